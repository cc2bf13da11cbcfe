import { Form } from "@remix-run/react";
import { PLAN_ORDER_LABEL, type PlanOrder } from "../../../plans/plan-order";
import { PLAN_ORDER_PATH } from "../../../plans/plan-paths";
import { Button } from "../../../ui/Button";
import { Select } from "../../../ui/Select";

/** Chooses in which order the portal shows the plans. In the own order, the list has arrows. */
export function PlanOrderForm({ order }: { order: PlanOrder }) {
  return (
    <Form
      method="post"
      action={PLAN_ORDER_PATH}
      preventScrollReset
      className="flex flex-wrap items-center gap-2"
    >
      <label htmlFor="plan-order">Order in the portal</label>
      <Select
        id="plan-order"
        name="order"
        defaultValue={order}
        key={order}
        options={Object.entries(PLAN_ORDER_LABEL).map(([value, label]) => ({ value, label }))}
      />
      <Button type="submit">Save order</Button>
    </Form>
  );
}
