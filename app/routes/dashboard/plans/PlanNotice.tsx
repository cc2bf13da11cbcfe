import { useSearchParams } from "@remix-run/react";
import { readListing, withListing } from "../../../plans/plan-listing";
import { type PlanNames, planNews } from "../../../plans/plan-news";
import { Button } from "../../../ui/Button";
import { Notice } from "../../../ui/Notice";

/** What was just done to a plan, as the address says. */
export function PlanNotice({ plans }: { plans: PlanNames }) {
  const [address] = useSearchParams();
  const news = planNews(address, plans);
  if (!news) return null;
  const { undo } = news;
  return (
    <Notice
      tone="success"
      title={news.title}
      text={news.text}
      action={
        undo && (
          <form method="post" action={withListing(undo.path, readListing(address))}>
            <Button type="submit" size="small" name="to" value={undo.to}>
              Undo
            </Button>
          </form>
        )
      }
    />
  );
}
