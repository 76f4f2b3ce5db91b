from workbench.domain.reasoning import Cause
from workbench.widgets.forms.quoted import message_in_words

CAUSE = Cause.model_validate({"id": "C1", "type": "condition", "statement": "It was dark."})


def test_a_field_of_the_subject_is_called_as_its_form_calls_it() -> None:
    said = message_in_words("Say in 'stop_reason' why it ends, or change 'type'.", CAUSE)

    assert said == "Say in “Why do you look no deeper here?” why it ends, or change “What is it?”."


def test_a_field_of_another_kind_is_known_by_its_name() -> None:
    assert message_in_words("'told_by' says how.", CAUSE) == "“How was it told?” says how."
    assert message_in_words("'told_by' says how.", None) == "“How was it told?” says how."


def test_plain_words_in_quotes_and_names_of_several_fields_stay() -> None:
    for message in ("The type is 'outcome'.", "Write 'you'.", "See 'escalation_route'."):
        assert message_in_words(message, None) == message
