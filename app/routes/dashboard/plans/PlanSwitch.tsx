import { useFetcher, useFetchers } from "@remix-run/react";
import { type PlanListing, withListing } from "../../../plans/plan-listing";
import type { PlanNames } from "../../../plans/plan-news";
import { planPath } from "../../../plans/plan-paths";
import { shownSwitches } from "../../../plans/shown-switches";
import { SwitchButton } from "../../../ui/SwitchButton";
import type { Stayed } from "../../../ui/stay-on-page";
import { usePlanToast } from "./PlanToast";

interface SwitchedPlan {
  id: string;
  name: string;
  active: boolean;
  popular: boolean;
}

interface PlanSwitchProps {
  plan: SwitchedPlan;
  setting: "active" | "popular";
  listing: PlanListing;
  names: PlanNames;
}

const LABEL = { active: "Active", popular: "Popular" };

/** Moves at once; where the server refuses, it moves back and says why. */
export function PlanSwitch({ plan, setting, listing, names }: PlanSwitchProps) {
  const fetcher = useFetcher<Stayed>();
  usePlanToast(fetcher, names);
  const isOn = useShownSwitches(plan)[setting];
  return (
    <fetcher.Form
      method="post"
      action={withListing(planPath(plan.id, setting), listing)}
      className="inline-block pointer-coarse:py-2.5"
    >
      <SwitchButton
        label={`${LABEL[setting]}: ${plan.name}`}
        checked={isOn}
        name="to"
        value={isOn ? "off" : "on"}
      />
    </fetcher.Form>
  );
}

/** How the switches of a plan stand when everything that is on its way has arrived. */
export function useShownSwitches(plan: SwitchedPlan): { active: boolean; popular: boolean } {
  const pending = useFetchers().flatMap(({ formAction, formData }) =>
    formAction && formData ? [{ action: formAction, to: String(formData.get("to")) }] : [],
  );
  return shownSwitches(plan, pending);
}
