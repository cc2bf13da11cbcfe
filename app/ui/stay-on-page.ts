import type { ClientActionFunctionArgs } from "@remix-run/react";
import { type PageProblem, problemOf } from "./ErrorPage";

/** What became of a form that leaves somebody on the page: where it would have led, or why it was refused. */
export type Stayed = { ledTo: string } | { problem: PageProblem };

const OUT_OF_REACH: PageProblem = {
  title: "This did not reach us",
  message: "Nothing was changed. Please look at your connection, then try again.",
};

/**
 * A client action for forms inside a list. Without scripts its action leads to the list, and the address says what
 * was done; with scripts the page stays as it is, and tells it itself.
 */
export async function stayOnPage({ serverAction }: ClientActionFunctionArgs): Promise<Stayed> {
  try {
    await serverAction();
    return { ledTo: "" };
  } catch (thrown) {
    if (thrown instanceof Response) return { ledTo: thrown.headers.get("location") ?? "" };
    return { problem: problemOf(thrown, OUT_OF_REACH) ?? OUT_OF_REACH };
  }
}
