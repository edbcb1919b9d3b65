/**
 * Refusals of Excel's object model, as the library lists them: the answer arrives and says which action was refused. The
 * HTTP status of each is assumed.
 */
export const objectErrors: Readonly<Record<string, number>> = {
  AccessDenied: 401,
  ApiNotFound: 404,
  Conflict: 409,
  EmptyChartSeries: 400,
  FilteredRangeConflict: 409,
  FormulaLengthExceedsLimit: 400,
  GeneralException: 500,
  InactiveWorkbook: 500,
  InsertDeleteConflict: 409,
  InvalidArgument: 400,
  InvalidBinding: 400,
  InvalidOperation: 400,
  InvalidOperationInCellEditMode: 400,
  InvalidReference: 400,
  InvalidSelection: 400,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
  MergedRangeConflict: 409,
  NonBlankCellOffSheet: 409,
  NotImplemented: 501,
  OpenWorkbookLinksBlocked: 400,
  OperationCellsExceedLimit: 400,
  PivotTableRangeConflict: 409,
  RangeExceedsLimit: 400,
  RefreshWorkbookLinksBlocked: 400,
  RequestAborted: 408,
  ResponsePayloadSizeLimitExceeded: 400,
  UnsupportedFeature: 400,
  UnsupportedOperation: 400,
  UnsupportedSheet: 400,
};

/** An answer that is only a number: nothing of the batch comes back. */
interface TransportError {
  readonly error: number;
  /** What `error.code` says to the add-in. */
  readonly code: string;
  readonly httpStatus: number;
}

export const transportErrors: readonly TransportError[] = [
  { error: 5004, code: "InvalidOperationInCellEditMode", httpStatus: 400 },
  { error: 5012, code: "InvalidOrTimedOutSession", httpStatus: 408 },
  { error: 5102, code: "ActivityLimitReached", httpStatus: 429 },
  { error: 5103, code: "RequestPayloadSizeLimitExceeded", httpStatus: 400 },
  { error: 5104, code: "ResponsePayloadSizeLimitExceeded", httpStatus: 400 },
  { error: 7000, code: "AccessDenied", httpStatus: 401 },
  { error: 5001, code: "GeneralException", httpStatus: 500 },
];

/** Numbers of the transport that the host itself answers with. */
export const transport = {
  cellEditing: 5004,
  throttled: 5102,
  requestTooLarge: 5103,
  answerTooLarge: 5104,
  internal: 5001,
} as const;
