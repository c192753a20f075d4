import type { shell as ko } from '../ko/shell.ts';

export const shell: Record<keyof typeof ko, string> = {
  'shell.mark': 'SIMULATOR · testing only',
  'shell.markHint': 'This is a local simulator, not Kakao. Never type a real account into it.',
  'shell.markShared': 'shared · not Kakao',
  'shell.markSharedHint': 'A simulator that several people share, not Kakao. Never type a real account into it.',
  'shell.skip': 'Skip to content',
  'shell.language': 'Language',
  'shell.newWindow': 'new window',
  'shell.home': 'Home',
  'problem.title': 'This request cannot be served',
  'problem.notFound': 'There is no page at this address.',
  'problem.notFoundMend': 'Check the address, or start again from the home page.',
  'problem.unexpected': 'Something went wrong inside the simulator.',
  'problem.unexpectedMend': 'The terminal shows the details.',
  'problem.foreignOrigin': 'A request from another site is not accepted.',
  'problem.foreignOriginMend': 'Try again from a page of this simulator.',
  'problem.formToken': 'This form is not of a page that this browser has opened. What you sent was not applied.',
  'problem.formTokenMend': 'Go back, load the page anew, and send it again. Cookies have to be on.',
  'problem.unreadable': 'What was sent could not be read.',
  'problem.input': '{field}: {expected}',
  'problem.inputMend': 'Go back, correct the value, and send it again.',
};
