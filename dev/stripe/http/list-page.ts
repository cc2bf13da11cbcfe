import type { Scope } from "../scope";
import type { Condition } from "../storage/object-store";
import type { Kind, StripeObjects } from "../storage/object-types";
import { parameterInvalid, resourceMissing } from "./api-error";

export interface Paging {
  limit?: number;
  starting_after?: string;
  ending_before?: string;
  created?: number | { gt?: number; gte?: number; lt?: number; lte?: number };
}

export interface List<T> {
  object: "list";
  url: string;
  has_more: boolean;
  data: T[];
}

export function listPage<K extends Kind>(
  scope: Scope,
  kind: K,
  url: string,
  paging: Paging,
  conditions: Condition[] = [],
): List<StripeObjects[K]> {
  const { limit = 10, starting_after, ending_before } = paging;
  if (limit < 1 || limit > 100) {
    throw parameterInvalid("limit", "Invalid limit: must be between 1 and 100", "parameter_invalid_integer");
  }
  for (const [param, cursor] of Object.entries({ starting_after, ending_before })) {
    if (cursor !== undefined && !scope.find(kind, cursor)) throw resourceMissing(kind, cursor, param);
  }
  const page = scope.world.objects.page(scope.account, kind, {
    conditions: [...conditions, ...createdIn(paging.created)],
    limit,
    starting_after,
    ending_before,
  });
  return { object: "list", url, has_more: page.has_more, data: page.data.map(({ body }) => body) };
}

/** A list that is part of an object and always fits on one page. */
export function wholeList<T>(url: string, data: T[]): List<T> {
  return { object: "list", url, has_more: false, data };
}

const COMPARISONS = { gt: ">", gte: ">=", lt: "<", lte: "<=" } as const;

function createdIn(created: Paging["created"]): Condition[] {
  if (created === undefined) return [];
  if (typeof created === "number") return [{ sql: "created_s = ?", values: [created] }];
  return Object.entries(COMPARISONS).flatMap(([bound, sign]) => {
    const value = created[bound as keyof typeof COMPARISONS];
    return value === undefined ? [] : [{ sql: `created_s ${sign} ?`, values: [value] }];
  });
}
