import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { FINDINGS } from "../attack/places.mjs";
import type { Sent } from "../attack/send";

/** A request that broke something, and what came back. */
export interface Finding {
  index: number;
  request: Sent;
  answer: string;
}

const WRITTEN = 10;

/** Writes down the first requests that broke something; answers one line for each, with its file. */
export async function writeFindings(findings: readonly Finding[], seed: number): Promise<string[]> {
  await mkdir(FINDINGS, { recursive: true });
  return Promise.all(
    findings.slice(0, WRITTEN).map(async ({ index, request: { body = "", ...head }, answer }) => {
      const path = join(FINDINGS, `${seed}-${index}`);
      await writeFile(`${path}.body`, body);
      await writeFile(`${path}.json`, JSON.stringify({ ...head, answer }, null, 2));
      return `body ${index}: ${answer.slice(0, 200)}\n  ${path}.body`;
    }),
  );
}
