import type { MetaFunction } from "@remix-run/react";
import type { Texts } from "../i18n/texts";
import { problemOf } from "./ErrorPage";
import type { Site } from "./site-context";
import { wordingOf } from "./wording";

/**
 * The title of a page: what the page is, then whose site. Tabs and the browser's history tell pages apart by it, and a
 * screen reader says it first. A page that was stopped is named by what stopped it.
 */
export const titled =
  <Data = unknown>(nameOf: (texts: Texts, data: Data) => string): MetaFunction =>
  ({ matches, data, error }) => {
    const root = matches.find(({ id }) => id === "root")?.data as { site: Site } | undefined;
    if (!root) return [];
    const { texts } = wordingOf(root.site);
    const name = error ? nameOfProblem(error, texts) : nameOf(texts, data as Data);
    return [{ title: `${name} · ${root.site.title}` }];
  };

const nameOfProblem = (error: unknown, { errors }: Texts): string =>
  (problemOf(error, errors.notPossible) ?? errors.unexpected).title;
