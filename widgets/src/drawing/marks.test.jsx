import { render } from "preact";
import { expect, it } from "vitest";

import { ArrowHead, Stack, linesHeight } from "./marks.jsx";

/** @param {any} drawn */
function svg(drawn) {
  const root = document.createElement("div");
  render(<svg>{drawn}</svg>, root);
  return root;
}

/** @param {string} mark @param {number} size */
const words = (mark, size) => ({ lines: ["One", "Two"], size, bold: false, mark, tone: "ink" });

it("stands paragraphs one below the other, words beside their mark", () => {
  const stack = { paragraphs: [words("", 10), words("warn", 10)] };
  const texts = [
    ...svg(<Stack stack={stack} x={5} y={100} />).querySelectorAll("text.rca-tone-ink"),
  ];

  expect(texts.map((one) => Number(one.getAttribute("x")))).toEqual([5, 5, 23, 23]);
  expect(texts.map((one) => Math.round(Number(one.getAttribute("y")) * 10) / 10)).toEqual([
    109.8, 122.8, 139.8, 152.8,
  ]);
});

it("measures lines as the record does", () => {
  expect(linesHeight(["One", "Two"], 14)).toBeCloseTo(36.4);
});

it("points an arrow head away from where it comes", () => {
  const head = svg(<ArrowHead tip={[0, 0]} towards={[0, 10]} size={10} />).querySelector("polygon");

  expect(head?.getAttribute("points")?.split(" ")[0]).toBe("0,0");
  expect(
    head
      ?.getAttribute("points")
      ?.split(" ")
      .slice(1)
      .map((one) => Number(one.split(",")[1])),
  ).toEqual([10, 10]);
});
