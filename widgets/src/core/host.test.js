import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { fakeKernel, SAID, settled, silence } from "./fake.js";
import { createHost, SILENT } from "./host.js";

const QUICK = { patience: { view: 20, save: 20, undo: 20, try: 20, pulse: 20 }, beat: 5 };
const CHANGE = { kind: "event", id: "T1", fields: { place: "Hall" }, base_version: 1 };

/** @type {((entries: { isIntersecting: boolean }[]) => void)[]} */
let seen = [];

beforeEach(() => {
  seen = [];
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(/** @type {any} */ callback) {
        seen.push(callback);
      }
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

/** @param {Record<string, any>} [answers] */
function hosted(answers) {
  const kernel = fakeKernel(answers);
  return { kernel, host: createHost(kernel.model, kernel.invoke, QUICK) };
}

/** @param {import("./types").Host} host  @param {boolean} isIntersecting */
function scroll(host, isIntersecting) {
  if (!seen.length) host.watch(document.body);
  seen[0]([{ isIntersecting }]);
}

test("a saved change is acknowledged with its entry and the kernel's new view", async () => {
  const { host, kernel } = hosted({ save: () => SAID.saved });

  const asked = host.save([CHANGE], "Told by P2");
  const during = host.status;
  const outcome = await asked;

  expect(during).toBe("saving");
  expect(outcome.ok).toBe(true);
  expect(host.status).toBe("ready");
  expect(host.saved).toBe(SAID.saved.seq);
  expect(host.view?.seq).toBe(SAID.saved.view.seq);
  expect(kernel.last("save")).toEqual({ changes: [CHANGE], reason: "Told by P2" });
});

test("a refused change leaves the view as it was", async () => {
  const { host } = hosted({ save: () => SAID.refused });
  await host.load();

  const outcome = await host.save([CHANGE], "");

  expect(outcome.ok).toBe(false);
  expect(host.view?.seq).toBe(SAID.view.seq);
  expect(host.status).toBe("ready");
});

test("a kernel that does not answer is said, and said to be back when it is", async () => {
  let dead = true;
  const { host } = hosted({ save: () => (dead ? silence() : SAID.saved) });

  const outcome = await host.save([CHANGE], "");
  const then = host.status;
  dead = false;
  const again = await host.save([CHANGE], "");

  expect(outcome).toMatchObject({ ok: false, message: SILENT });
  expect(then).toBe("silent");
  expect(again.ok).toBe(true);
  expect(host.status).toBe("ready");
});

test("a closed connection is said at once, and nobody knocks at it again", async () => {
  const { host, kernel } = hosted();
  scroll(host, true);
  await settled(10);

  kernel.tell("comm:close");
  await settled(15);
  const before = kernel.asked.length;
  await settled(30);

  expect(host.status).toBe("stopped");
  expect(kernel.asked.length).toBe(before);
});

test("only an editor on the screen asks for anything", async () => {
  const { host, kernel } = hosted();
  host.watch(document.body);
  await settled(20);
  const unseen = kernel.asked.length;

  scroll(host, true);
  await settled(40);
  scroll(host, false);
  await settled(10);
  const before = kernel.asked.length;
  await settled(30);

  expect(unseen).toBe(0);
  expect(kernel.count("view")).toBe(1);
  expect(kernel.count("pulse")).toBeGreaterThan(1);
  expect(kernel.asked.length).toBe(before);
  host.close();
});

test("what others entered is fetched once a pulse tells of it", async () => {
  let seq = SAID.view.seq;
  const { host, kernel } = hosted({
    view: () => ({ ...SAID.view, seq }),
    pulse: () => ({
      seq,
      people: [{ person: "Bryn", step: "Timeline", where: "T2", here: false }],
    }),
  });
  scroll(host, true);
  await settled(10);

  seq += 1;
  await settled(40);

  expect(kernel.count("view")).toBe(2);
  expect(host.view?.seq).toBe(seq);
  expect(host.people[0].person).toBe("Bryn");
  host.close();
});

test("a pulse says whether the focus is in this editor", async () => {
  const { host, kernel } = hosted();
  const root = document.createElement("section");
  const button = document.createElement("button");
  root.append(button);
  document.body.append(root);
  host.watch(root);
  scroll(host, true);
  await settled(20);
  const before = kernel.last("pulse").attended;

  button.focus();
  await settled(20);

  expect([before, kernel.last("pulse").attended]).toEqual([false, true]);
  host.close();
  root.remove();
});

test("a trial that was refused says nothing of the fields", async () => {
  const { host } = hosted({ try: () => SAID.refused });

  expect(await host.try(CHANGE)).toBeNull();
});

test("figures stand as long as no entry is new", async () => {
  let figures = "<p>one</p>";
  const { host } = hosted({
    view: (/** @type {any} */ message) => ({
      ...SAID.view,
      figures: message.figures ? figures : null,
    }),
    save: () => SAID.saved,
  });

  await host.load({ figures: true });
  await host.load();
  const kept = host.view?.figures;
  await host.save([CHANGE], "");

  expect(kept).toBe("<p>one</p>");
  expect(host.view?.figures).toBeNull();
});

test("a file goes in parts, each named by the upload the first one opened", async () => {
  /** @type {number[]} */
  const sizes = [];
  const shares = /** @type {number[]} */ ([]);
  const kept = { file_name: "rota.pdf", size: 2_500_000, sha256: "0".repeat(64) };
  const { host, kernel } = hosted({
    upload: (/** @type {any} */ message, /** @type {ArrayBuffer[]} */ [bytes]) => {
      sizes.push(bytes.byteLength);
      const last = message.part === message.parts - 1;
      return { ok: true, upload: "u1", received: 1, ...(last && { file: kept }) };
    },
  });

  const file = new File([new Uint8Array(2_500_000)], "rota.pdf");
  const answer = await host.upload(file, (share) => shares.push(share));

  expect(answer).toEqual(kept);
  expect(sizes).toEqual([1_048_576, 1_048_576, 402_848]);
  expect(kernel.asked.map(([, message]) => message.upload)).toEqual([null, "u1", "u1"]);
  expect(shares.at(-1)).toBe(1);
});

test("why a file was refused is said", async () => {
  const { host } = hosted({
    upload: () => ({ ok: false, message: "The file is too large.", remedy: "Say where it is." }),
  });

  await expect(host.upload(new File(["x"], "a"))).rejects.toThrow(
    "The file is too large. Say where it is.",
  );
});

test("a case that was closed to the person is said, and so is that it is open again", async () => {
  let closed = true;
  const refused = { ok: false, message: "It has an access list.", remedy: "Ask its keeper." };
  const { host } = hosted({ view: () => (closed ? refused : SAID.view) });

  const nothing = await host.load();
  const said = host.refusal;
  closed = false;
  await host.load();

  expect(nothing).toBeNull();
  expect(said).toBe("It has an access list. Ask its keeper.");
  expect(host.refusal).toBeNull();
  expect(host.view?.case).toBe("C-0001");
});
