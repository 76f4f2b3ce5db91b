from workbench.register.problems import Effect, RowProblem


def test_a_problem_reads_as_one_line() -> None:
    cell = RowProblem(7, "Service", "is empty", "Fill it in.", Effect.REJECTED)
    row = RowProblem(8, "", "has 3 cells", "Check it.", Effect.REJECTED)

    assert str(cell) == "row 7, Service: is empty (row rejected). Fill it in."
    assert str(row).startswith("row 8: has 3 cells")
