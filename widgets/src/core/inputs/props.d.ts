import type { Field, FieldError, Host, View } from "../types";

/** What every input is given. `path` names the field in errors, `id` its control on the page. */
export interface InputProps {
  id: string;
  path: string;
  field: Field;
  value: any;
  error: string | null;
  errors: FieldError[];
  view: View;
  host: Host;
  onChange(value: any): void;
  onMore(values: Record<string, any>): void;
  /** Told of what has to arrive before the form can be saved. */
  onAwait?(arriving: Promise<unknown>): void;
}
