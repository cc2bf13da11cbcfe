/** What a refusal says to customers. `action` is the label of the way on. */
export interface RefusalWords {
  title: string;
  message: string;
  action?: string;
}
