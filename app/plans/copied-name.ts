import { MAX_NAME_LENGTH } from "./plan";

const PREFIX = "Copy of ";

/** What a copy is called: "Copy of Starter Pack". A name that is too long for it loses its end, by whole characters. */
export function copiedName(name: string): string {
  const room = MAX_NAME_LENGTH - PREFIX.length;
  let kept = "";
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(name)) {
    if ([...kept, ...segment].length > room) break;
    kept += segment;
  }
  return (PREFIX + kept).trimEnd();
}
