import { deleteEndedSessions } from "../../db/sessions.server";
import { deleteOldChallenges } from "../../db/sign-in.server";
import type { Context } from "../context.server";
import { DAY_MS } from "../time";

const ROWS_A_RUN = 1_000;

/** Forgets sessions that have run out, and challenges that no limit counts any more. */
export async function forgetOldSignIns({ db, now }: Context): Promise<void> {
  await deleteOldChallenges(db, now() - DAY_MS, ROWS_A_RUN);
  await deleteEndedSessions(db, now(), ROWS_A_RUN);
}
