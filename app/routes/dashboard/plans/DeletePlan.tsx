import { Trash2 } from "lucide-react";
import { type MouseEvent, useEffect, useId, useRef, useState } from "react";
import { deleteWords } from "../../../plans/delete-words";
import { type PlanListing, withListing } from "../../../plans/plan-listing";
import { PLANS_PATH, planPath } from "../../../plans/plan-paths";
import type { PlanRow } from "../../../plans/plan-rows";
import { Button, ButtonLink } from "../../../ui/Button";

type AskedPlan = Pick<PlanRow, "id" | "name" | "active" | "sold">;

interface DeletePlanProps {
  plan: AskedPlan;
  listing: PlanListing;
}

/** Leads to the question; with scripts it is asked on the list. */
export function DeletePlan({ plan, listing }: DeletePlanProps) {
  const [isAsked, setIsAsked] = useState(false);
  const ask = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setIsAsked(true);
  };
  return (
    <>
      <ButtonLink
        href={withListing(planPath(plan.id, "delete"), listing)}
        size="small"
        variant="quiet"
        aria-label={`Delete ${plan.name}`}
        onClick={ask}
      >
        <Trash2 aria-hidden className="size-4" />
      </ButtonLink>
      {isAsked && <DeleteDialog plan={plan} listing={listing} onClose={() => setIsAsked(false)} />}
    </>
  );
}

function DeleteDialog({ plan, listing, onClose }: DeletePlanProps & { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    dialog.current?.showModal();
    // Not on the first button, which deletes: Enter that is pressed twice must not.
    dialog.current?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      aria-labelledby={titleId}
      onClose={onClose}
      className="dialog max-w-lg text-start whitespace-normal"
    >
      <h2 id={titleId} className="text-base font-semibold">
        Delete {plan.name}?
      </h2>
      <p className="mt-1 mb-5 text-sm font-normal text-muted-foreground">{deleteWords(plan.sold)}</p>
      <DeleteChoice plan={plan} listing={listing} onCancel={() => dialog.current?.close()} />
    </dialog>
  );
}

/** The three ways on. The forms are sent as pages, for both lead to the list as it is afterwards. */
export function DeleteChoice({ plan, listing, onCancel }: DeletePlanProps & { onCancel?: () => void }) {
  return (
    <div className="flex flex-wrap gap-3">
      <form method="post" action={withListing(planPath(plan.id, "delete"), listing)}>
        <Button type="submit" variant="danger">
          Delete
        </Button>
      </form>
      {plan.active && (
        <form method="post" action={withListing(planPath(plan.id, "active"), listing)}>
          <Button type="submit" name="to" value="off">
            Deactivate instead
          </Button>
        </form>
      )}
      {onCancel ? (
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      ) : (
        <ButtonLink href={withListing(PLANS_PATH, listing)} variant="quiet">
          Cancel
        </ButtonLink>
      )}
    </div>
  );
}
