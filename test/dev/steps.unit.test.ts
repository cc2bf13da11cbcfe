import { expect, test } from "vitest";
import { stepsFor } from "../../dev/steps.mjs";

const names = (name?: string) => {
  const { checks, suites, attacks } = stepsFor(name);
  return [...checks, ...suites, ...attacks].map((step) => step.name);
};

test("npm test runs everything", () => {
  expect(names()).toEqual([
    "types",
    "lint",
    "build",
    "unit",
    "workerd",
    "browser",
    "simulation",
    "crash",
    "fuzz",
    "guess",
  ]);
});

test("a step can be run alone", () => {
  expect(names("lint")).toEqual(["lint"]);
  expect(names("unit")).toEqual(["unit"]);
  expect(names("simulation")).toEqual(["simulation"]);
});

test("what tests the built app is never run on an old build", () => {
  expect(names("browser")).toEqual(["build", "browser"]);
  expect(names("workerd")).toEqual(["build", "workerd"]);
  expect(names("crash")).toEqual(["build", "crash"]);
});

test("a step that does not exist is answered with those that do", () => {
  expect(() => stepsFor("e2e")).toThrow(
    'There is no step "e2e". These can be run alone: types, lint, build, unit, workerd, browser, simulation, crash, fuzz, guess.',
  );
});
