import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { type Import, readImports } from "./imports";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const FOLDERS = ["app", "bench", "db", "dev", "migrations", "test"];
const CODE = /\.(ts|tsx|mjs)$/;

/** A file of the project as the compiler reads it, with the path from the root of the checkout. */
export interface Source {
  path: string;
  text: string;
  syntax: ts.SourceFile;
  imports: Import[];
}

const paths = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length)),
).sort();

export const everyPath: readonly string[] = paths;

export const sources: readonly Source[] = paths.filter((path) => CODE.test(path)).map(readSource);

export const sourcesIn = (folder: string): Source[] => sources.filter(({ path }) => path.startsWith(folder));

function readSource(path: string): Source {
  return readText(path, readFileSync(join(ROOT, path), "utf8"));
}

/** A text as if it stood in a file at this path. */
export function readText(path: string, text: string): Source {
  const kind = path.endsWith(".tsx") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const syntax = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind);
  return { path, text, syntax, imports: readImports(syntax, (specifier) => resolve(path, specifier)) };
}

/** The path of a file of the project, or the name of a package as it was written. */
function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  const wanted = normalize(join(dirname(from), specifier.replace(/\?.*$/, "")));
  return candidates(wanted).find((path) => paths.includes(path)) ?? wanted;
}

function candidates(path: string): string[] {
  return [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`];
}
