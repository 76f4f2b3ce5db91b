"""The pages through a real Jupyter server: what each does, and whom and what it refuses."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.served import Visitor, serving
from tests.fakes.workspaces import PASSPHRASE, SIGNERS, Office, make_office

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
PAGES = ("", "start", "import", "keys", "cases/C-0001", "nowhere")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = make_office(tmp_path_factory.mktemp("pages") / "ws")
    office.start()
    return office


@pytest.fixture(scope="module")
def visitor(office: Office) -> Iterator[Visitor]:
    with serving(office.workspace.root) as visitor:
        yield visitor


@pytest.mark.parametrize("path", PAGES)
def test_a_page_runs_no_script_and_stands_in_no_frame(visitor: Visitor, path: str) -> None:
    answer = visitor.get(path)
    policy = answer.headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert not re.search(r"<script|<style|\son[a-z]+=|style=|https?://", answer.text)


@pytest.mark.parametrize("path", PAGES)
def test_somebody_who_has_not_logged_in_sees_nothing(visitor: Visitor, path: str) -> None:
    stranger = Visitor(visitor.address, visitor.log)
    answer = stranger.get(path)

    assert answer.status in (302, 403)
    assert "C-0001" not in answer.text


def test_the_token_does_not_stay_in_the_address(visitor: Visitor) -> None:
    stranger = Visitor(visitor.address, visitor.log)
    answer = stranger.get("start?words=larch&token=invented")

    assert answer.status == 200
    assert "INC-" in answer.text or "without a case" in answer.text
    assert "invented" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "start",
        "import",
        "keys/roots",
        "keys/person",
        "cases/C-0001/move",
        "cases/C-0001/notebook",
        "cases/C-0001/decide",
        "cases/C-0001/freeze",
        "cases/C-0001/draft",
        "records/C-0001-structured-analysis-v1/sign",
        "records/C-0001-structured-analysis-v1/issue",
        "records/C-0001-structured-analysis-v1/withdraw",
    ],
)
def test_a_form_without_its_key_or_sent_by_a_script_is_refused(
    visitor: Visitor, office: Office, path: str
) -> None:
    before = office.ledger.fold("C-0001").head
    token = {"Authorization": "token invented"}
    by_script = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"}
    in_a_frame = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}

    assert visitor.post(path, {}, key=False).status == 403
    assert visitor.post(path, {}, key=False, **token).status == 403
    assert visitor.post(path, {}, **by_script).status == 403
    assert visitor.post(path, {}, **in_a_frame).status == 403
    assert visitor.post(path, {}, Origin="http://elsewhere.example").status == 403
    assert office.ledger.fold("C-0001").head == before
    assert not office.workspace.trust_file.exists()


@pytest.mark.parametrize("form", ["move", "notebook", "decide", "freeze", "draft"])
def test_the_address_of_a_form_leads_back_to_the_case(visitor: Visitor, form: str) -> None:
    assert visitor.get(f"cases/C-0001/{form}").path == "cases/C-0001"


def test_what_was_typed_comes_back_as_text_beside_the_refusal(visitor: Visitor) -> None:
    typed = {"to": "closed", "role": HOSTILE, "name": HOSTILE, "because": f"{HOSTILE}\nand more"}
    answer = visitor.post("cases/C-0001/move", typed)

    assert answer.status == 400
    assert "cannot move on to closed" in answer.text
    assert "workbench stage" not in answer.text
    assert "<script" not in answer.text
    assert "<img" not in answer.text
    assert answer.text.count(html.escape(HOSTILE, quote=True).replace("&quot;", "&#34;")) == 3


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("start", {"incident": HOSTILE, "template": HOSTILE, "words": HOSTILE, "page": HOSTILE}),
        ("cases/C-0001/notebook", {"template": HOSTILE}),
        ("cases/C-0001/decide", {"who": HOSTILE, "decision": HOSTILE, "words": HOSTILE}),
        ("cases/C-0001/move", {"to": HOSTILE}),
        ("keys/roots", {"keeper_1": HOSTILE, "keeper_2": HOSTILE, "keeper_3": HOSTILE}),
        ("import", {"mapping": HOSTILE}),
    ],
)
def test_hostile_words_are_refused_and_never_run(
    visitor: Visitor, path: str, form: dict[str, str]
) -> None:
    answer = visitor.post(path, form)

    assert answer.status in (400, 404)
    assert "Not done" in answer.text
    assert "<script" not in answer.text
    assert "<img" not in answer.text


def test_a_search_holds_only_what_was_looked_for(visitor: Visitor) -> None:
    answer = visitor.get("start?words=%3Cscript%3E&page=99999999999999999999")

    assert answer.status == 200
    assert "No incident without a case holds these words" in answer.text
    assert "<script" not in answer.text


def test_a_file_with_a_hostile_name_is_imported_under_a_safe_one(
    visitor: Visitor, office: Office
) -> None:
    register = (office.workspace.root / "incidents.csv").read_bytes() + b"INC-0043,,only three\n"
    begun = visitor.upload(
        "import", {"mapping": ""}, {"register": ("../../<script>x.csv", register)}
    )
    done = visitor.finished(begun.path)
    rejects = visitor.get(f"{begun.path}/rejects.csv")

    assert "2 rows of &lt;script&gt;x.csv were read" in done.text
    assert "<script" not in done.text
    assert "INC-0043" in rejects.text
    assert rejects.headers["Content-Disposition"].startswith("attachment")
    assert [*office.workspace.root.parent.rglob("*x.csv")] == []


def test_a_register_that_cannot_be_read_is_said_on_its_page(visitor: Visitor) -> None:
    begun = visitor.upload(
        "import", {"mapping": ""}, {"register": ("notes.csv", b"Hello,you\n1,2")}
    )
    done = visitor.finished(begun.path)

    assert "The headings of the file fit no mapping" in done.text
    assert "--mapping" not in done.text


def test_a_further_notebook_is_made_and_opened_in_jupyterlab(
    visitor: Visitor, office: Office
) -> None:
    answer = visitor.post("cases/C-0001/notebook", {"template": "triage"})

    assert answer.status == 303
    assert answer.headers["Location"] == "/lab/tree/cases/C-0001/triage.ipynb"
    assert (office.workspace.cases / "C-0001" / "triage.ipynb").is_file()


def test_from_keys_to_an_issued_record_and_no_passphrase_stays(
    visitor: Visitor, office: Office
) -> None:
    secrets = {f"{field}_{n}": PASSPHRASE for field in ("passphrase", "again") for n in "123"}
    keepers = {f"keeper_{n}": f"Keeper {n}" for n in "123"}
    roots = visitor.post("keys/roots", {**keepers, **secrets, "again_3": "another one altogether"})

    assert roots.status == 400
    assert "The two passphrases of Keeper 3 are not the same" in roots.text
    assert 'value="Keeper 2"' in roots.text

    said = [roots, visitor.post("keys/roots", {**keepers, **secrets})]
    for role, name in SIGNERS:
        own = {f"{field}_own": PASSPHRASE for field in ("passphrase", "again")}
        given = {"name": name, "role": role, "root_1": PASSPHRASE, "root_2": PASSPHRASE}
        said.append(visitor.post("keys/person", {**given, **own}))
    for role, name in SIGNERS:
        decision = {"who": f"{role}\t{name}", "decision": "approve", "words": "I have read it."}
        said.append(visitor.post("cases/C-0001/decide", decision))
    assert said[-1].text.count("approved. ") == 3

    frozen = visitor.finished(visitor.post("cases/C-0001/freeze", {"template": ""}).path)
    assert "The record is made" in frozen.text, frozen.text
    record = "records/C-0001-structured-analysis-v1"
    for role, name in SIGNERS:
        page = visitor.get(record)
        assert f"Sign it as {role}" in page.text
        code = re.search(r'name="code" value="([^"]+)"', page.text)
        assert code is not None
        form = {"name": name, "words": "I stand behind it.", "code": code[1], "read": "yes"}
        said.append(visitor.post(f"{record}/sign", {**form, "passphrase": "not this one at all"}))
        assert said[-1].status == 400
        assert "The private key cannot be opened" in said[-1].text
        assert 'value="I stand behind it."' in said[-1].text
        unread = {**form, "read": "", "passphrase": PASSPHRASE}
        said.append(visitor.post(f"{record}/sign", unread))
        assert "You have not said that you have read the record" in said[-1].text
        other = {**form, "code": "AAAA", "passphrase": PASSPHRASE}
        said.append(visitor.post(f"{record}/sign", other))
        assert "was replaced while you were looking" in said[-1].text
        said.append(visitor.post(f"{record}/sign", {**form, "passphrase": PASSPHRASE}))
        assert "The signature is kept" in said[-1].text
    issued = visitor.post(f"{record}/issue", {})

    assert "<strong>Signed.</strong> Unchanged and fully signed." in issued.text
    read, kept = visitor.get(f"{record}/read"), visitor.get(f"{record}/download")
    assert read.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert kept.headers["Content-Disposition"].startswith("attachment")
    file = office.workspace.records / "C-0001-structured-analysis-v1.html"
    assert kept.text.encode() == file.read_bytes()
    assert visitor.get("records/register.json").status == 200
    who = "\t".join(SIGNERS[1])
    unsaid = visitor.post(f"{record}/withdraw", {"who": who, "because": ""})
    nobody = visitor.post(f"{record}/withdraw", {"who": "", "because": "It shows a house number."})
    assert (unsaid.status, nobody.status) == (400, 400)
    assert "It was not said why." in unsaid.text
    assert "It shows a house number." in nobody.text
    gone = visitor.post(f"{record}/withdraw", {"who": who, "because": "It shows a house number."})
    assert "The record is withdrawn." in gone.text
    assert f"By <strong>{SIGNERS[1][1]}</strong>, manager" in gone.text
    assert "“It shows a house number.”" in gone.text
    assert "Withdraw this record" not in gone.text
    again = visitor.post(f"{record}/withdraw", {"who": who, "because": "Once more."})
    assert again.status == 400
    log = visitor.log.read_text(encoding="utf-8")
    for passphrase in (PASSPHRASE, "not this one at all", "another one altogether"):
        assert passphrase not in log
        assert all(passphrase not in one.text and passphrase not in one.path for one in said)


def test_a_draft_is_made_and_downloaded(visitor: Visitor) -> None:
    done = visitor.finished(visitor.post("cases/C-0001/draft", {}).path)
    link = re.search(r'href="/workbench/(cases/C-0001/drafts/[^"]+)"', done.text)

    assert link is not None, done.text
    assert "Draft for comment" in visitor.get(link[1]).text
    assert visitor.get("cases/C-0001/drafts/draft-1999-01-01").status == 404


def test_the_log_names_the_page_and_not_what_was_typed(visitor: Visitor) -> None:
    visitor.get("start?words=Maryam+Invented")
    visitor.post("cases/C-0001/move", {"name": "Maryam Invented", "to": "nowhere"})
    visitor.get("nowhere?who=Maryam+Invented")
    log = visitor.log.read_text(encoding="utf-8")

    assert "404 GET /workbench/nowhere" in log
    assert "Maryam" not in log


def test_a_case_record_or_work_that_is_not_there_is_said(visitor: Visitor) -> None:
    for path in ("cases/C-0099", "records/C-0099-triage-v1", "records/C-0099-triage-v1/read"):
        answer = visitor.get(path)

        assert answer.status == 404
        assert "'workbench " not in answer.text
    assert visitor.get("work/unknown").status == 404
    assert visitor.get("work/unknown/rejects.csv").status == 404


def test_outside_a_workspace_the_pages_say_so_and_the_server_stays_quiet(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    with serving(folder) as visitor:
        answers = [visitor.get(path) for path in ("", "start", "keys", "cases/C-0001")]
        log = visitor.log.read_text(encoding="utf-8")

    assert {one.status for one in answers} == {404}
    assert all("is a workspace" in one.text for one in answers)
    assert "Traceback" not in log


def test_below_another_base_address_every_link_stays_there(office: Office) -> None:
    with serving(office.workspace.root, base="/team") as visitor:
        answer = visitor.get("cases/C-0001")

    links = re.findall(r'(?:href|action)="(/[^"]*)"', answer.text)
    assert links
    assert [link for link in links if not link.startswith("/team/")] == []
