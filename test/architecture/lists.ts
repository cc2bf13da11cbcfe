import { type Source, sourcesIn } from "./source";

/** Lists of D1 that come in pages and that a page of the dashboard asks for, by the name of their query. */
export function pagedLists(): string[] {
  const inPages = sourcesIn("db/").flatMap(({ text }) =>
    [...text.matchAll(/export async function (list\w+)\(([\s\S]*?)\n?\)[:\s]/g)].flatMap(
      ([, name, parameters]) => (name && /\blimit\b/.test(parameters ?? "") ? [name] : []),
    ),
  );
  const asked = sourcesIn("app/routes/dashboard/").map(({ text }) => text);
  return inPages.filter((name) => asked.some((text) => new RegExp(`\\b${name}\\(`).test(text)));
}

/** Where SQL passes rows to leave them out, or counts more of them than it was told to. */
export const skipsOrCounts = ({ path, text }: Source): string[] => {
  const withoutBounded = text.replace(/count\(\*\) FROM \(SELECT 1 FROM [^()]*\bLIMIT\b/gi, "");
  return [...withoutBounded.matchAll(/\bOFFSET\b|\.offset\(|\bcount\(\*\)|\$count\(/g)].map(
    ([found]) => `${path}: ${found}`,
  );
};
