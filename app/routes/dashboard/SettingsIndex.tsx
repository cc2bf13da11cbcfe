import { Link } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import { anchorOf, type SettingsGroup, type SettingsPage } from "../../partners/settings-pages";
import { PLANS_PATH } from "../../plans/plan-paths";

/** The pages of Settings by group, each a link with a sentence. */
export function SettingsIndex({ groups }: { groups: readonly SettingsGroup[] }) {
  return groups.map(({ title, pages }) => (
    <section key={title} aria-labelledby={headingOf(title)} className="grid gap-3">
      <h2 id={headingOf(title)} className="text-sm font-semibold text-muted-foreground">
        {title}
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {pages.map((page) => (
          <SettingsLink key={page.href} page={page} />
        ))}
      </ul>
    </section>
  ));
}

function SettingsLink({ page }: { page: SettingsPage }) {
  // The anchor of the credit plans is their whole section, further down.
  const id = page.href === PLANS_PATH ? undefined : anchorOf(page);
  return (
    <li id={id} className="surface relative flex gap-3 p-4 hover:border-input target:border-primary-edge">
      <div className="grid min-w-0 flex-1 content-start gap-1">
        <Link to={page.href} className="font-medium after:absolute after:inset-0 after:rounded-xl">
          {page.label}
        </Link>
        <p className="text-sm text-muted-foreground">{page.sentence}</p>
      </div>
      <ChevronRight aria-hidden className="mt-1 size-4 shrink-0 text-muted-foreground rtl:rotate-180" />
    </li>
  );
}

const headingOf = (title: string) => `settings-${title.toLowerCase()}`;
