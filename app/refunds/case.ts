import type { DisputeFacts, RefundFacts, RefundPolicy } from "./reversal";

/**
 * A refund case: what was decided about the credits of a purchase whose money went back.
 *
 * Decisions lie on each other like slices, each from where the one below ends up to `upToMicros` of reversed
 * credits. When less turns out to be reversed (a refund failed, a dispute was won) the slices are cut from the top,
 * and what a cut slice had taken is given back.
 */
export interface CaseDecision {
  /** All reversed credits up to this many are decided about. */
  upToMicros: number;
  /** The credits that were taken, or given back when below zero. */
  takenMicros: number;
}

export interface CaseStanding {
  /** Reversed credits about which nobody has decided yet. */
  dueMicros: number;
  takenMicros: number;
  /** Reversed credits that the customer keeps: by somebody's decision, or because they were used up. */
  keptMicros: number;
}

/** What a person may answer to an open case. */
export type CaseChoice = "deduct" | "deduct_available" | "keep";

export interface RecordedDecision extends CaseDecision {
  /** Counts from 1 within a case. */
  number: number;
  /** `policy` for what happened by itself: taken by the partner's rule, or given back. */
  choice: CaseChoice | "policy";
  formId: string | null;
  actor: string;
  note: string;
  at: number;
}

/** All that a wallet knows of a case. */
export interface CaseFile {
  policy: RefundPolicy;
  openedAt: number;
  changedAt: number;
  refunds: RefundFacts[];
  disputes: DisputeFacts[];
  decisions: RecordedDecision[];
}

/** How a case stands when so many credits belong to money that went back. */
export function caseStanding(reversedMicros: number, decisions: readonly CaseDecision[]): CaseStanding {
  const slices = standingSlices(decisions);
  const decidedMicros = slices.at(-1)?.upToMicros ?? 0;
  const takenMicros = total(slices);
  return {
    dueMicros: Math.max(0, reversedMicros - decidedMicros),
    takenMicros,
    keptMicros: decidedMicros - takenMicros,
  };
}

/** What happens by itself when so many credits belong to money that went back, or null when a person decides. */
export function decideByPolicy(
  policy: RefundPolicy,
  reversedMicros: number,
  balanceMicros: number,
  decisions: readonly CaseDecision[],
): CaseDecision | null {
  const slices = standingSlices(decisions);
  const decidedMicros = slices.at(-1)?.upToMicros ?? 0;
  if (reversedMicros === decidedMicros) return null;
  if (reversedMicros < decidedMicros) {
    return { upToMicros: reversedMicros, takenMicros: total(cut(slices, reversedMicros)) - total(slices) };
  }
  switch (policy) {
    case "manual":
      return null;
    case "available":
      return {
        upToMicros: reversedMicros,
        takenMicros: coveredMicros(reversedMicros - decidedMicros, balanceMicros),
      };
    case "full":
      return { upToMicros: reversedMicros, takenMicros: reversedMicros - decidedMicros };
  }
}

/** What a person's answer takes; whether the balance covers it is asked when it is posted. */
export function decideByHand(
  choice: CaseChoice,
  reversedMicros: number,
  balanceMicros: number,
  { dueMicros }: CaseStanding,
): CaseDecision {
  const takenMicros = {
    deduct: dueMicros,
    deduct_available: coveredMicros(dueMicros, balanceMicros),
    keep: 0,
  }[choice];
  return { upToMicros: reversedMicros, takenMicros };
}

const coveredMicros = (dueMicros: number, balanceMicros: number): number =>
  Math.min(dueMicros, Math.max(0, balanceMicros));

function standingSlices(decisions: readonly CaseDecision[]): CaseDecision[] {
  let slices: CaseDecision[] = [];
  for (const decision of decisions) {
    const isCut = decision.upToMicros < (slices.at(-1)?.upToMicros ?? 0);
    slices = isCut ? cut(slices, decision.upToMicros) : [...slices, decision];
  }
  return slices;
}

/** What stands when only so many credits are reversed: nothing above, and of the slice in between what fits. */
function cut(slices: readonly CaseDecision[], reversedMicros: number): CaseDecision[] {
  return slices.flatMap(({ upToMicros, takenMicros }, index) => {
    const fromMicros = slices[index - 1]?.upToMicros ?? 0;
    if (upToMicros <= reversedMicros) return [{ upToMicros, takenMicros }];
    if (fromMicros >= reversedMicros) return [];
    return [{ upToMicros: reversedMicros, takenMicros: Math.min(takenMicros, reversedMicros - fromMicros) }];
  });
}

const total = (slices: readonly CaseDecision[]): number =>
  slices.reduce((sum, { takenMicros }) => sum + takenMicros, 0);
