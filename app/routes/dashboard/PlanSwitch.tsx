import { Form } from "@remix-run/react";
import { planPath } from "../../plans/plan-paths";
import { SwitchButton } from "../../ui/SwitchButton";

interface PlanSwitchProps {
  plan: { id: string; name: string; active: boolean; popular: boolean };
  setting: "active" | "popular";
}

const LABEL = { active: "Active", popular: "Popular" };

export function PlanSwitch({ plan, setting }: PlanSwitchProps) {
  const isOn = plan[setting];
  return (
    <Form method="post" action={planPath(plan.id, setting)} preventScrollReset className="inline-block">
      <SwitchButton
        label={`${LABEL[setting]}: ${plan.name}`}
        checked={isOn}
        name="to"
        value={isOn ? "off" : "on"}
      />
    </Form>
  );
}
