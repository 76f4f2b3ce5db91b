// The values that pass between kernel and page. The kernel makes and reads the same in
// workbench/widgets; widgets/fixtures holds one of each, read by the tests of both.

export type Data = Record<string, any>;

export type InputName =
  | "text"
  | "long-text"
  | "lines"
  | "choice"
  | "choices"
  | "tick"
  | "number"
  | "date"
  | "moment"
  | "when"
  | "reference"
  | "references"
  | "part"
  | "parts"
  | "file";

export interface Choice {
  value: string;
  label: string;
  help?: string;
}

export interface Field {
  name: string;
  label: string;
  help?: string;
  input: InputName;
  required?: boolean;
  choices?: Choice[];
  to?: string[];
  fields?: Field[];
  max?: number | null;
  more?: boolean;
  example?: string;
  default?: string | boolean | null;
}

export interface Form {
  kind: string;
  one: string;
  many: string;
  intro?: string;
  fields: Field[];
  groups?: { label: string; help?: string; fields: string[] }[];
}

export interface Section {
  kind: string;
  label: string;
  one: string;
  add: string;
  empty: string;
  single: boolean;
}

export interface Setup {
  case: string;
  step: string;
  title: string;
  layout: string;
  intro: string;
  sections: Section[];
  forms: Record<string, Form>;
}

export interface Row {
  id: string;
  version: number;
  title: string;
  detail: string;
  data: Data;
  by: string;
  at: string;
}

export interface Finding {
  code: string;
  name: string;
  severity: "blocks" | "warns" | "advises";
  gate: string | null;
  subject: string;
  field: string | null;
  message: string;
  question: string | null;
  excerpt: string | null;
  acceptable: boolean;
}

export interface Progress {
  step: string;
  title: string;
  entries: number;
  blocking: number;
  open: number;
}

export interface View {
  case: string;
  step: string;
  title: string;
  seq: number;
  on: string;
  person: string;
  sections: { kind: string; rows: Row[] }[];
  references: Record<string, { id: string; label: string }[]>;
  findings: Finding[];
  progress: Progress[];
  elsewhere: { step: string; title: string; blocking: number }[];
  figures: string | null;
  undo: string | null;
  redo: string | null;
  extra: Record<string, any>;
}

export interface Change {
  kind: string;
  id: string | null;
  fields: Data | null;
  base_version?: number | null;
}

export interface FieldError {
  change: number;
  field: string;
  message: string;
}

export interface Conflict {
  id: string;
  kind: string;
  theirs: Data | null;
  theirs_by: string;
  theirs_at: string;
  version: number;
  base: Data;
}

export type Outcome =
  | { ok: true; seq: number; ids: string[]; view: View }
  | {
      ok: false;
      message: string;
      remedy: string;
      errors: FieldError[];
      conflict: Conflict | null;
    };

export interface Tried {
  errors: FieldError[];
  findings: Finding[];
}

export interface Presence {
  person: string;
  step: string;
  where: string | null;
  here: boolean;
}

export type Status = "ready" | "saving" | "silent" | "stopped";

/** What a drawing may do; the frame gives it. */
export interface Act {
  save(changes: Change[], reason: string): Promise<Outcome>;
  edit(kind: string, id: string | null, preset?: Data): void;
  undo(): Promise<Outcome>;
  redo(): Promise<Outcome>;
  announce(text: string): void;
  asset(name: string): Promise<string>;
}

export interface DrawingProps {
  view: View;
  act: Act;
  selected: string | null;
  onSelect(id: string | null): void;
  /** What stands in the open form, not saved yet. */
  draft?: Draft | null;
}

export interface Draft {
  kind: string;
  id: string | null;
  fields: Data;
}

export interface Host {
  readonly setup: Setup;
  readonly view: View | null;
  readonly status: Status;
  readonly saved: number | null;
  readonly people: Presence[];
  readonly refusal: string | null;
  subscribe(listener: () => void): () => void;
  load(options?: { figures?: boolean }): Promise<View | null>;
  /** What comes again under one key, as its answer was lost, is saved once. */
  save(changes: Change[], reason: string, key?: string): Promise<Outcome>;
  try(change: Change): Promise<Tried | null>;
  undo(): Promise<Outcome>;
  redo(): Promise<Outcome>;
  upload(file: File, onProgress?: (share: number) => void): Promise<Uploaded>;
  asset(name: string): Promise<string>;
  watch(root: Element): void;
  at(where: string | null): void;
  close(): void;
}

export interface Uploaded {
  file_name: string;
  size: number;
  sha256: string;
}
