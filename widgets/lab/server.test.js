import { afterEach, describe, expect, it, vi } from "vitest";

import { standingOf } from "./server.js";

afterEach(() => vi.unstubAllGlobals());

/** @param {number} status  @param {object} [said] */
function answering(status, said = {}) {
  vi.stubGlobal("fetch", async () => ({
    status,
    ok: status < 400,
    json: async () => said,
  }));
}

describe("what the server says of a kernel", () => {
  it.each([
    [200, { execution_state: "idle" }, "there"],
    [200, { execution_state: "dead" }, "dead"],
    [404, {}, "gone"],
    [403, {}, "closed"],
    [503, {}, "silent"],
  ])("%i %o is read as %s", async (status, said, standing) => {
    answering(status, said);

    expect(await standingOf("/api/kernels/k1")).toBe(standing);
  });

  it("is nothing where there is no server", async () => {
    vi.stubGlobal("fetch", async () => {
      throw new TypeError("Failed to fetch");
    });

    expect(await standingOf("/api/kernels/k1")).toBe("silent");
  });
});
