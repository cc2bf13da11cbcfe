import { expect, test } from "vitest";
import { routesWithAction } from "../../http/routes-with-action";

const stories = import.meta.glob<string>("./*.browser.test.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The routes that each story says it is about, read from its source. */
const told = Object.values(stories).flatMap((source) =>
  [...source.matchAll(/byKeyboard\(\s*\{\s*routes: \/(.+)\/[ ,]/g)].map(
    ([, routes = ""]) => new RegExp(routes),
  ),
);

test("every action of the dashboard is in a story that is told with the keyboard alone", () => {
  const actions = routesWithAction.filter((id) => /^routes\/(dashboard\/|sign-)/.test(id));
  expect(actions.length).toBeGreaterThan(30);
  expect(actions.filter((id) => !told.some((routes) => routes.test(id)))).toEqual([]);
});
