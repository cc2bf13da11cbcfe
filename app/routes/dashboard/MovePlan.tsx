import { Form } from "@remix-run/react";
import { ArrowDown, ArrowUp, type LucideIcon } from "lucide-react";
import { planPath } from "../../plans/plan-paths";
import type { PlanRow } from "../../plans/plan-rows";
import { Button } from "../../ui/Button";

/** The buttons that move a plan to the place before it or behind it, in the partner's own order. */
export function MovePlan({ plan: { id, name, place }, planCount }: { plan: PlanRow; planCount: number }) {
  return (
    <Form method="post" action={planPath(id, "move")} preventScrollReset className="flex justify-end">
      <MoveButton label={`Move up: ${name}`} place={place - 1} isOff={place === 1} icon={ArrowUp} />
      <MoveButton
        label={`Move down: ${name}`}
        place={place + 1}
        isOff={place === planCount}
        icon={ArrowDown}
      />
    </Form>
  );
}

interface MoveButtonProps {
  label: string;
  place: number;
  isOff: boolean;
  icon: LucideIcon;
}

function MoveButton({ label, place, isOff, icon: Icon }: MoveButtonProps) {
  return (
    <Button
      type="submit"
      name="place"
      value={place}
      disabled={isOff}
      size="small"
      variant="quiet"
      aria-label={label}
    >
      <Icon aria-hidden className="size-4" />
    </Button>
  );
}
