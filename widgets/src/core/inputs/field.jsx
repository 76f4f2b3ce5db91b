import { FileInput } from "./file.jsx";
import { LinesInput, PartInput, PartsInput } from "./parts.jsx";
import { ReferenceInput, ReferencesInput } from "./reference.jsx";
import {
  ChoiceInput,
  ChoicesInput,
  DateInput,
  LongTextInput,
  NumberInput,
  TextInput,
  TickInput,
} from "./simple.jsx";
import { MomentInput, WhenInput } from "./when.jsx";
import { errorAt, errorsWithin } from "../values.js";

/** @import { FunctionComponent } from "preact" */
/** @import { InputName } from "../types" */
/** @import { InputProps } from "./props" */

/** @type {Record<InputName, FunctionComponent<any>>} */
const INPUTS = {
  text: TextInput,
  "long-text": LongTextInput,
  lines: LinesInput,
  choice: ChoiceInput,
  choices: ChoicesInput,
  tick: TickInput,
  number: NumberInput,
  date: DateInput,
  moment: MomentInput,
  when: WhenInput,
  reference: ReferenceInput,
  references: ReferencesInput,
  part: PartInput,
  parts: PartsInput,
  file: FileInput,
};

/** @param {Omit<InputProps, "error"> & { values?: Record<string, any> }} props */
export function FieldInput(props) {
  const Input = INPUTS[props.field.input];
  const { errors, path, field } = props;
  // what is wrong inside an input that shows no fields of its own is said at the input
  const whole = !field.fields?.length && field.input !== "lines";
  const error = errorAt(errors, path) ?? (whole && errorsWithin(errors, path)[0]?.message) ?? null;
  return <Input {...props} error={error || null} />;
}
