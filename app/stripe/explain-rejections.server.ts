import { listRejected } from "../../db/rejected-deliveries.server";
import type { Context } from "../context.server";
import { DAY_MS } from "../time";
import { REJECTION, type RejectionCause } from "./rejection";

const SHOWN_MS = 7 * DAY_MS;

interface Rejections {
  cause: RejectionCause;
  title: string;
  fix: string;
  deliveries: number;
  firstAt: number;
  lastAt: number;
}

/** What was turned away in the last seven days, for the platform's operator: the latest cause first. */
export async function explainRejections({ db, now }: Context): Promise<Rejections[]> {
  const found = await listRejected<RejectionCause>(db, now() - SHOWN_MS);
  return found.map((row) => ({ ...row, ...REJECTION[row.cause] }));
}
