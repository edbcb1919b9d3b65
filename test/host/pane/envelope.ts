/** What passes between a pane and Excel: one JSON string for each message. */
export interface Request {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

/** Origin of Excel's page; Office.js trusts it because it bears the add-in's own host name. */
export const hostOrigin = "https://intranet.ville.test:9443";
export const addInOrigin = "https://intranet.ville.test";

/** Kinds of a pane's messages. */
export const requestKind = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;

/** A pane's message, or null for what is none of Excel's business. */
export function readRequest(message: string): Request | null {
  const request = JSON.parse(message) as Request;
  return request._messageType === 0 ? request : null;
}

export const answerTo = (request: Request, data: unknown): string => envelope(request, data, 0);

/** An event that Excel raises; the pane knows it by its name alone. */
export const eventOf = (conversation: string, name: string, data: unknown): string =>
  envelope({ _actionName: name, _conversationId: conversation, _correlationId: -1 }, data, 1);

function envelope(
  { _actionName, _conversationId, _correlationId }: Pick<Request, "_actionName" | "_conversationId" | "_correlationId">,
  _data: unknown,
  _responseType: 0 | 1,
): string {
  return JSON.stringify({
    _messageType: 1,
    _actionName,
    _conversationId,
    _correlationId,
    _origin: hostOrigin,
    _data,
    _errorCode: 0,
    _responseType,
    _serializerVersion: 1,
  });
}

/** The frame's name, by which a page knows that Excel holds it. A new conversation at each start leaks no setting. */
export const frameName = (conversation: string, locale: string, runsFunctions = true): string =>
  JSON.stringify({
    baseFrameName: `_xdm_addin_1${conversation}`,
    hostInfo: `Excel$Web$16.01$${locale}$corr-1$$disableLogging$${runsFunctions ? 3 : 1}`,
    xdmInfo: `${conversation}|addin_1|${hostOrigin}`,
    serializerVersion: "1",
  });
