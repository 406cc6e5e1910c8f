/** What the editor's thread and the checking thread say to each other. */

export interface CheckRequest {
  readonly entry: string;
  /** Texts that are new since the last request, by full names. */
  readonly changed: readonly (readonly [name: string, text: string])[];
}

export interface Place {
  /** A full name. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

export interface CheckedMessage {
  readonly place: Place;
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly text: string;
  readonly help: string | undefined;
  readonly related: readonly { readonly place: Place; readonly text: string }[];
}

export interface CheckAnswer {
  readonly entry: string;
  readonly messages: readonly CheckedMessage[];
  /** Heddle itself failed. */
  readonly fault: string | undefined;
}
