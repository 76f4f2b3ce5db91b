import { expect, test } from "vitest";

import fixture from "../../fixtures/written.json";
import { readWhen, written } from "./when.js";

test.each(fixture)("a time is written as the kernel writes it: $written", (one) => {
  expect(written(readWhen(one.when))).toBe(one.written);
});
