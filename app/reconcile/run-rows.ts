import type { ReconcileRun } from "../../db/reconcile-runs.server";
import { DAY_MS, describeMoment } from "../time";

const LOCALE = "en-US";
const COUNT = new Intl.NumberFormat(LOCALE);

/** A run as a person reads it. */
export function runRow(run: ReconcileRun, now: number) {
  const days = Math.round(((run.until ?? run.startedAt) - run.since) / DAY_MS);
  return {
    id: run.id,
    date: describeMoment(run.startedAt, now, LOCALE),
    days: days === 1 ? "1 day" : `${days} days`,
    by: run.actorType === "system" ? "Daily" : "By hand",
    compared: [
      counted(run.sessionsRead, "checkout"),
      counted(run.refundsRead, "refund"),
      counted(run.disputesRead, "dispute"),
    ].join(", "),
    found: run.found,
    repaired: run.repaired,
    result: resultOf(run),
    error: run.error,
    /** Findings that were counted and not kept. */
    left: run.found - run.findings.length,
  };
}

export type RunRow = ReturnType<typeof runRow>;

function resultOf({ error, found, repaired }: ReconcileRun): {
  label: string;
  tone: "success" | "warning" | "danger";
} {
  if (error !== null) return { label: "Not complete", tone: "danger" };
  if (found > repaired) return { label: counted(found - repaired, "difference"), tone: "warning" };
  return { label: found === 0 ? "Agrees" : `${COUNT.format(repaired)} repaired`, tone: "success" };
}

const counted = (number: number, noun: string) => `${COUNT.format(number)} ${noun}${number === 1 ? "" : "s"}`;
