import type { SignInRow } from "../auth/sign-in-rows";
import type { Texts } from "../i18n/texts";
import { Badge } from "./Badge";
import { Button } from "./Button";
import { Card } from "./Card";
import { Timestamp } from "./Timestamp";

interface SignedInPlacesProps {
  places: readonly SignInRow[];
  hasMore: boolean;
  texts: Texts["account"];
}

/** Where somebody is signed in, with a way out of each place and of all. */
export function SignedInPlaces({ places, hasMore, texts }: SignedInPlacesProps) {
  return (
    <Card
      title={texts.places}
      description={texts.placesHint}
      flush
      footer={hasMore ? texts.more : undefined}
      actions={
        <form method="post">
          <Button type="submit" name="place" value="all" size="small">
            {texts.signOutEverywhere}
          </Button>
        </form>
      }
    >
      <ul>
        {places.map((place) => (
          <Place key={place.id} place={place} texts={texts} />
        ))}
      </ul>
    </Card>
  );
}

function Place({ place, texts }: { place: SignInRow; texts: Texts["account"] }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-border px-5 py-4 sm:px-6">
      <div className="grid min-w-0 gap-1 text-sm">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {place.device}
          {place.isHere && <Badge tone="success">{texts.here}</Badge>}
        </p>
        <p className="text-muted-foreground">
          {texts.seen} <Timestamp {...place.seen} /> · {texts.since} <Timestamp {...place.since} />
        </p>
      </div>
      <form method="post">
        <Button
          type="submit"
          name="place"
          value={place.id}
          size="small"
          aria-label={`${texts.signOut}: ${place.device}${place.isHere ? `, ${texts.here}` : ""}, ${texts.since} ${place.since.exact}`}
        >
          {texts.signOut}
        </Button>
      </form>
    </li>
  );
}
