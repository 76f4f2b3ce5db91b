import { describe, expect, it } from "vitest";

import { joinedTo, moved, removed, turned } from "./changes.js";
import { viewOf } from "./example.js";
import { shoalOf } from "./fish.js";
import { layOutFish } from "./layout.js";
import { arrow, columns } from "./navigation.js";

const VIEW = viewOf({
  F1: { problem: "B1", group: "team", lens: "workforce" },
  F2: { problem: "B1", group: "task" },
  F3: { problem: "B1", group: "team" },
  F4: { problem: "B1", effect: "mitigated" },
  F5: { group: "task" },
  F6: { problem: "B1", group: "staff" },
});
const shoal = shoalOf(VIEW, "group");
const [fish, other] = shoal.fish;
const layout = layOutFish(fish);

/** @param {string} id */
function factor(id) {
  const found = shoal.factor.get(id);
  if (!found) throw new Error(`${id} is not there`);
  return found;
}

describe("the fish of a view", () => {
  it("have ribs for the groups in use, in the order of the framework", () => {
    expect(fish.ribs.map((rib) => rib.bone.value)).toEqual(["task", "team", "staff"]);
    expect(fish.ribs[1].factors.map((one) => one.id)).toEqual(["F1", "F3"]);
    expect(other.empty.map((bone) => bone.value)).toEqual(["task", "team", "staff"]);
  });

  it("leave out factors without a problem or a bone, and say which", () => {
    expect(shoal.loose.map((one) => one.id)).toEqual(["F4", "F5"]);
  });

  it("can be seen by lens", () => {
    const byLens = shoalOf(VIEW, "lens");

    expect(byLens.fish[0].ribs.map((rib) => rib.bone.value)).toEqual(["workforce"]);
    expect(byLens.loose).toHaveLength(5);
  });
});

describe("the layout of a fish", () => {
  it("puts ribs in pairs, the first of them at the head", () => {
    const [task, staff, team] = layout.ribs;

    expect([task.above, team.above, staff.above]).toEqual([true, false, true]);
    expect(task.joint).toEqual(team.joint);
    expect(staff.joint[0]).toBeLessThan(task.joint[0]);
    expect(layout.head.x).toBeGreaterThan(task.joint[0]);
  });

  it("keeps everything inside", () => {
    const corners = layout.ribs.flatMap(({ label, twigs }) => [
      [label.x, label.y],
      [label.x + label.width, label.y + label.height],
      ...twigs.map((twig) => [twig.x, twig.y - twig.height]),
    ]);

    for (const [x, y] of corners) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(layout.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(layout.height);
    }
  });

  it("draws a problem without factors as a head", () => {
    const bare = layOutFish(other);

    expect(bare.ribs).toEqual([]);
    expect(bare.width).toBeGreaterThan(bare.head.width);
  });
});

describe("arrows on a fish", () => {
  /** @param {string} from @param {string} key */
  const go = (from, key) => arrow(layout, "B1", from, key);

  it("go up and down a pair of ribs, across the spine", () => {
    expect(columns(layout).map((column) => column.map((one) => one.id))).toEqual([
      ["F2", "F1", "F3"],
      ["F6"],
    ]);
    expect(go("F2", "ArrowDown")).toBe("F1");
    expect(go("F1", "ArrowUp")).toBe("F2");
    expect(go("F3", "ArrowDown")).toBeNull();
  });

  it("go from pair to pair, and to the head", () => {
    expect(go("F1", "ArrowLeft")).toBe("F6");
    expect(go("F6", "ArrowRight")).toBe("F2");
    expect(go("F2", "ArrowRight")).toBe("B1");
    expect(go("B1", "ArrowLeft")).not.toBeNull();
    expect(go("B1", "ArrowRight")).toBeNull();
  });

  it("leave every other key alone", () => {
    expect(go("F1", "x")).toBeUndefined();
  });
});

describe("changes", () => {
  it("move a factor to another bone of another problem", () => {
    expect(moved(factor("F1"), "group", { problem: "B2", bone: "task" })).toEqual([
      { kind: "factor", id: "F1", fields: { problem: "B2", group: "task" }, base_version: 3 },
    ]);
  });

  it("are none where it stands there already", () => {
    expect(moved(factor("F1"), "group", { problem: "B1", bone: "team" })).toEqual([]);
  });

  it("turn what contributed into what helped, and back", () => {
    expect(turned(factor("F1"))[0].fields).toEqual({ effect: "mitigated" });
    expect(turned(factor("F4"))[0].fields).toEqual({ effect: "contributed" });
  });

  it("let a cause rest on a factor, or no longer", () => {
    const [first, second] = VIEW.extra.causes;

    expect(joinedTo(factor("F1"), second)[0]).toEqual({
      kind: "cause",
      id: "C2",
      fields: { factors: ["F1"] },
      base_version: 5,
    });
    expect(joinedTo(factor("F1"), first)[0].fields).toEqual({ factors: [] });
  });

  it("remove with the version they rest on", () => {
    expect(removed("factor", factor("F1"))).toEqual([
      { kind: "factor", id: "F1", fields: null, base_version: 3 },
    ]);
  });
});
