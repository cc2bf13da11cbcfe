import { once } from "node:events";
import { expect, test } from "vitest";
import { runChild, startChild, stopChildren } from "../../dev/child.mjs";

test("a program is heard, on both of its outputs", async () => {
  const { ok, output } = await runChild("sh", ["-c", "echo one; echo two >&2; exit 3"]);

  expect(ok).toBe(false);
  expect(output.split("\n").sort().join(" ").trim()).toBe("one two");
});

test("a program that does not exist is a failure with its name", async () => {
  expect(await runChild("no-such-program", [])).toMatchObject({
    ok: false,
    output: expect.stringContaining("no-such-program"),
  });
});

test("stopping ends what a child has started as well", async () => {
  const child = startChild("sh", ["-c", "sleep 60 & echo started; wait"]);
  await once(child.stdout, "data");
  // The output is closed when the last one who could write to it is gone, `sleep` too.
  const silence = once(child, "close");

  await stopChildren();

  await silence;
});
