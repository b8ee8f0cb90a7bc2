/** Characters that the state keeps of the last message. */
export const maxPreviewLength = 300;
/** Characters that the state keeps of the visitor's first message. */
export const maxFirstMessageLength = 1000;
