import { Form } from "@remix-run/react";
import { Copy, Pencil } from "lucide-react";
import type { PlanListing } from "../../../plans/plan-listing";
import { planPath } from "../../../plans/plan-paths";
import type { PlanRow } from "../../../plans/plan-rows";
import { Button, ButtonLink } from "../../../ui/Button";
import { DeletePlan } from "./DeletePlan";

interface ManagePlanProps {
  plan: PlanRow;
  /** Where no plan can be created, none can be copied. */
  isCopiable: boolean;
  formId: string;
  listing: PlanListing;
}

export function ManagePlan({ plan, isCopiable, formId, listing }: ManagePlanProps) {
  const { id, name } = plan;
  return (
    <span className="flex justify-end gap-1">
      <ButtonLink href={planPath(id)} size="small" variant="quiet" aria-label={`Edit ${name}`}>
        <Pencil aria-hidden className="size-4" />
        <span aria-hidden>Edit</span>
      </ButtonLink>
      {isCopiable && (
        // The title is for a pointer: on the button it would be read after the name, which says more.
        <Form method="post" action={planPath(id, "duplicate")} title="Duplicate">
          <Button
            type="submit"
            name="formId"
            value={formId}
            size="small"
            variant="quiet"
            aria-label={`Duplicate ${name}`}
          >
            <Copy aria-hidden className="size-4" />
          </Button>
        </Form>
      )}
      <DeletePlan plan={plan} listing={listing} />
    </span>
  );
}
