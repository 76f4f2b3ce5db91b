from workbench.record.markup_tokens import opening, tokens


def test_markup_is_read_tag_by_tag():
    read = list(tokens('a &amp; b<g id="x&quot;y"><rect width="1"/></g>'))

    assert [(one.kind, one.tag, one.text) for one in read] == [
        ("text", "", "a & b"),
        ("open", "g", ""),
        ("open", "rect", ""),
        ("close", "rect", ""),
        ("close", "g", ""),
    ]
    assert read[1].attributes == {"id": 'x"y'}


def test_what_was_read_is_written_again():
    markup = '<p lang="en">a &lt; b<br>c</p><svg viewBox="0 0 9 9"><path d="M0 0"></path></svg>'

    assert "".join(one.written for one in tokens(markup)) == markup


def test_an_attribute_cannot_end_its_tag():
    assert opening("text", {"x": '"><script>', "y": None}) == '<text x="&quot;&gt;&lt;script&gt;">'
