/** Files on a record. */
export const attachmentsMessages = {
  title: 'Files',
  attach: 'Attach a file',
  drop: 'Drop files here',
  adding: 'Copying {name}',
  none: 'Mails, drawings, minutes: whatever belongs to it. At most 50 MB each.',
  download: 'Save {name}',
  remove: 'Remove {name}',
  removed: '{name} is removed',
  about: '{size}, {who}, {at}',
  tooLarge: '{name} is larger than 50 MB.',
  tooLargeWay: 'Keep it elsewhere and note where it is, or split it.',
  vanished: '{name} could not be read: it was taken away or changed, or it is a folder.',
  vanishedWay: 'Choose the file again.',
} as const;
