import { connect } from './client.ts';
import { askFirst } from './first-questions.ts';
import { isRefused } from './refused.ts';

/**
 * Small on purpose: the first questions are on their way to the host while the browser still reads the page's code, which
 * index.html has it fetch ahead. A failure is said by the screen that needs the answer.
 */
if (!isRefused()) {
  void connect().catch(() => null);
  askFirst(location.pathname);
}
const { showPage } = await import('./page-root.tsx');
await showPage();
