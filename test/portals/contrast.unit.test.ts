import fc from "fast-check";
import { expect, test } from "vitest";
import { contrast } from "../../app/portals/brand";
import { checkColor, type Hex, nearestShade } from "../../app/portals/contrast";

const anyColor = fc.stringMatching(/^#[0-9a-f]{6}$/) as fc.Arbitrary<Hex>;

test("a colour that is easy to see is offered no other", () => {
  expect(checkColor("#0f766e").map(({ id, passes, shade }) => ({ id, passes, shade }))).toEqual([
    { id: "text", passes: true, shade: null },
    { id: "light", passes: true, shade: null },
    { id: "dark", passes: true, shade: null },
  ]);
});

test("a pale colour is offered a darker shade of itself, and a dark one a lighter", () => {
  const [onText, onLight, onDark] = checkColor("#facc15");
  expect([onText?.ratio, onText?.passes]).toEqual(["1.5", false]);
  expect(contrast(onText?.shade ?? "", "#ffffff")).toBeGreaterThanOrEqual(4.5);
  expect(contrast(onLight?.shade ?? "", "#ffffff")).toBeGreaterThanOrEqual(3);
  expect(onDark?.passes).toBe(true);

  expect(contrast(checkColor("#0b1020")[2]?.shade ?? "", "#161920")).toBeGreaterThanOrEqual(3);
});

test("there is a shade that passes for every colour, and none that passes is nearer", () => {
  fc.assert(
    fc.property(anyColor, fc.constantFrom(3, 4.5), (color, atLeast) => {
      const shade = nearestShade(color, "#ffffff", atLeast);
      expect(contrast(shade ?? "", "#ffffff")).toBeGreaterThanOrEqual(atLeast);
      if (contrast(color, "#ffffff") < atLeast) {
        // Half the way there does not pass, or it would have been taken.
        expect(contrast(shade ?? "", "#ffffff")).toBeLessThan(atLeast + 0.6);
      }
    }),
  );
});

test("a ratio is rounded down, so that what is shown never passes when the colour does not", () => {
  expect(contrast("#777777", "#ffffff")).toBeGreaterThan(4.45);
  expect(checkColor("#777777")[0]).toMatchObject({ ratio: "4.4", passes: false });
});
