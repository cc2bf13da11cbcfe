import { useFetcher } from "@remix-run/react";
import { ArrowDown, ArrowUp, type LucideIcon } from "lucide-react";
import type { PlanNames } from "../../../plans/plan-news";
import { planPath } from "../../../plans/plan-paths";
import type { PlanRow } from "../../../plans/plan-rows";
import { Button } from "../../../ui/Button";
import type { Stayed } from "../../../ui/stay-on-page";
import { DragHandle } from "./DragPlans";
import { usePlanToast } from "./PlanToast";

interface MovePlanProps {
  plan: PlanRow;
  planCount: number;
  names: PlanNames;
}

/** The buttons that move a plan to the place before it or behind it, in the partner's own order. */
export function MovePlan({ plan: { id, name, place }, planCount, names }: MovePlanProps) {
  const fetcher = useFetcher<Stayed>();
  const action = planPath(id, "move");
  usePlanToast(fetcher, names);
  return (
    <fetcher.Form method="post" action={action} className="flex justify-end">
      <DragHandle planId={id} />
      <MoveButton
        label={`Move up: ${name}`}
        place={Math.max(place - 1, 1)}
        isOff={place === 1}
        icon={ArrowUp}
      />
      <MoveButton
        label={`Move down: ${name}`}
        place={Math.min(place + 1, planCount)}
        isOff={place === planCount}
        icon={ArrowDown}
      />
    </fetcher.Form>
  );
}

interface MoveButtonProps {
  label: string;
  place: number;
  isOff: boolean;
  icon: LucideIcon;
}

// aria-disabled and not disabled: where a plan has arrived at an end, the keyboard keeps its place. Its place is what
// such a button sends.
function MoveButton({ label, place, isOff, icon: Icon }: MoveButtonProps) {
  return (
    <Button
      type="submit"
      name="place"
      value={place}
      {...(isOff && { "aria-disabled": true })}
      size="small"
      variant="quiet"
      aria-label={label}
    >
      <Icon aria-hidden className="size-4" />
    </Button>
  );
}
