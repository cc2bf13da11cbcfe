import { Form, useSearchParams } from "@remix-run/react";
import { planPath } from "../../plans/plan-paths";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";

type Named = readonly { id: string; name: string }[];

/**
 * What was just done to a plan. The address carries ids and never words, so that no link can put words on the
 * page; an id that is not in the list says nothing.
 */
export function PlanNotice({ plans }: { plans: Named }) {
  const [search] = useSearchParams();
  const planIn = (key: string) => plans.find(({ id }) => id === search.get(key));
  const [popular, from] = [planIn("popular"), planIn("from")];
  const news = NEWS.find(({ key, ofAPlan }) => (ofAPlan ? planIn(key) : search.has(key)));

  if (popular && from) {
    return (
      <Notice
        tone="success"
        title={`Popular moved from ${from.name} to ${popular.name}`}
        action={<MoveBack planId={from.id} />}
      />
    );
  }
  if (!news) return null;
  return <Notice tone="success" title={news.title(planIn(news.key)?.name ?? "")} text={news.text} />;
}

function MoveBack({ planId }: { planId: string }) {
  return (
    <Form method="post" action={planPath(planId, "popular")}>
      <Button type="submit" size="small" name="to" value="on">
        Undo
      </Button>
    </Form>
  );
}

interface News {
  key: string;
  /** Whether the address names the plan that it is about. */
  ofAPlan?: boolean;
  title: (name: string) => string;
  text?: string;
}

const IN_THE_PORTAL = "Your portal shows the plans in this order now.";

const NEWS: News[] = [
  {
    key: "created",
    title: () => "Plan created",
    text: "If it is active, your customers see it now.",
  },
  {
    key: "saved",
    ofAPlan: true,
    title: (name) => `${name} saved`,
    text: "It counts from the next purchase on; credits already purchased stay as they are.",
  },
  {
    key: "started",
    title: () => "Three plans to begin with",
    text: "They are inactive: change what you like, then switch them on.",
  },
  { key: "unchanged", ofAPlan: true, title: (name) => `${name} is as it was` },
  {
    key: "activated",
    ofAPlan: true,
    title: (name) => `${name} is active`,
    text: "Your customers see it now.",
  },
  {
    key: "deactivated",
    ofAPlan: true,
    title: (name) => `${name} is inactive`,
    text: "Your customers no longer see it; what they bought stays theirs, and payment pages that are still open are closed.",
  },
  { key: "popular", ofAPlan: true, title: (name) => `${name} is popular` },
  { key: "ordinary", ofAPlan: true, title: (name) => `${name} is no longer popular` },
  { key: "moved", ofAPlan: true, title: (name) => `${name} moved`, text: IN_THE_PORTAL },
  { key: "ordered", title: () => "Order saved", text: IN_THE_PORTAL },
  {
    key: "copied",
    title: () => "This is the copy",
    text: "It is inactive, so no customer sees it: change what you like, then switch it on.",
  },
  { key: "deleted", title: () => "Plan deleted", text: "Existing purchases remain in customer history." },
];
