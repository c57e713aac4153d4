import { describe, expect, it } from 'vitest';
import { desktopOptions, hostOptions } from '#electron/options.ts';

describe("a host's options", () => {
  it('all have a default', () => {
    expect(hostOptions([])).toEqual({ data: null, config: null, port: 0, browser: false, open: true });
  });

  it('are read by name', () => {
    expect(hostOptions(['--browser', '--no-open', '--port', '8080', '--data', 'd', '--config=c'])).toEqual({ data: 'd', config: 'c', port: 8080, browser: true, open: false });
  });

  it.each([['--port', 'x'], ['--port', '-1'], ['--port', '65536'], ['--port', '1.5'], ['--unknown'], ['word'], ['--data']])('%s %s is refused as invalid input with the known ones', (...args) => {
    expect(() => hostOptions(args.filter((arg) => arg !== undefined))).toThrowError(expect.objectContaining({ code: 'invalid-input', wayOut: expect.stringMatching(/--browser|0 to 65535/) }));
  });

  it("of the desktop pass over Chromium's switches and the app's folder", () => {
    expect(desktopOptions(['--no-sandbox', '--remote-debugging-port=0', '/app', '--data', '/d', '--config', '/c'])).toEqual({ data: '/d', config: '/c' });
    expect(desktopOptions(['/app'])).toEqual({ data: null, config: null });
  });
});
