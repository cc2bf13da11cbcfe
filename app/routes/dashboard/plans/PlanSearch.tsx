import type { PlanListing } from "../../../plans/plan-listing";
import { PLANS_PATH } from "../../../plans/plan-paths";
import { CONTROL, CONTROL_HEIGHT } from "../../../ui/control";
import { NarrowButtons } from "../../../ui/NarrowButtons";

/** Finds plans by a part of their name. The address is the search, so it can be kept and sent to others. */
export function PlanSearch({ listing: { search, sort, order } }: { listing: PlanListing }) {
  return (
    <search>
      <form action={PLANS_PATH} className="flex max-w-md items-center gap-2 px-5 pb-4 sm:px-6">
        <input
          type="search"
          name="q"
          defaultValue={search}
          maxLength={100}
          aria-label="Part of a plan's name"
          aria-keyshortcuts="/"
          placeholder="Part of a name"
          className={`${CONTROL} ${CONTROL_HEIGHT}`}
        />
        {sort && (
          <>
            <input type="hidden" name="sort" value={sort} />
            <input type="hidden" name="order" value={order} />
          </>
        )}
        <NarrowButtons verb="Search" resetHref={search || sort ? PLANS_PATH : null} />
      </form>
    </search>
  );
}
