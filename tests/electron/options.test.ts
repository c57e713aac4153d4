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
    expect(desktopOptions(['--no-sandbox', '--remote-debugging-port=0', '/app', '--data', '/d', '--config', '/c'])).toEqual({ data: '/d', config: '/c', chosen: false, isNew: false, movedFrom: null });
    expect(desktopOptions(['/app'])).toEqual({ data: null, config: null, chosen: false, isNew: false, movedFrom: null });
  });

  it.each([
    [['/app', '/home/ann/North IT.parley'], '/home/ann/North IT.parley'],
    [['file:///home/ann/North%20IT.parley'], '/home/ann/North IT.parley'],
    [['--no-sandbox', 'relative.parley', '--config', '/c'], 'relative.parley'],
  ])('of the desktop take the file of %j as the workspace that a person chose', (args, file) => {
    expect(desktopOptions(args)).toMatchObject({ data: file, chosen: true, isNew: false });
  });

  it('of the desktop say where a workspace was moved from', () => {
    expect(desktopOptions(['/app', '--moved-from', '/stick/old.parley', '/home/ann/new.parley'])).toMatchObject({ data: '/home/ann/new.parley', chosen: true, movedFrom: '/stick/old.parley' });
  });

  it('of the desktop let a new file be made only where that is said', () => {
    expect(desktopOptions(['/app', '/home/ann/new.parley', '--new'])).toMatchObject({ data: '/home/ann/new.parley', chosen: true, isNew: true });
  });
});
