# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the built program from outside, as a person with a keyboard and a screen reader would: real keys
through xdotool, and what is on the screen by its accessible names.

Everything waits for what it expects and for no longer than PATIENCE seconds. The desktop is one of its own
(build-aux/with-display); where none can be had, the tests are skipped."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
import warnings

PATIENCE = 20
HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))
NEEDED = ('Xvfb', 'dbus-run-session', 'xdotool')


def skip_all(reason):
    print(f'1..0 # SKIP {reason}')
    sys.exit(0)


def enter_desktop():
    """Starts this test again in a desktop of its own, unless it runs in one already."""
    if os.environ.get('FOLLOW_DESKTOP') == 'own':
        return
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        skip_all('not installed: ' + ', '.join(missing))
    os.environ['FOLLOW_DESKTOP'] = 'own'
    command = [os.path.join(SOURCE, 'build-aux', 'with-display'), sys.executable, *sys.argv]
    os.execv(command[0], command)


enter_desktop()
# Not fatal: GTK 4.8 complains when it is asked for a widget that comes or goes at that moment.
os.environ.pop('G_DEBUG', None)
warnings.simplefilter('ignore')
try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as absent:
    skip_all(f'no accessibility library for Python: {absent}')


class Missed(AssertionError):
    """What was waited for did not come."""


def wait(what, look, seconds=PATIENCE):
    """Returns: the first true answer of look()."""
    end = time.monotonic() + seconds
    failure = None
    while True:
        try:
            answer = look()
            if answer:
                return answer
        except GLib.Error as gone:  # widgets come and go between two questions
            failure = gone
        if time.monotonic() > end:
            raise Missed(f'waited {seconds} s for {what}' + (f' ({failure.message})' if failure else ''))
        time.sleep(0.03)


class Node:
    """One accessible object. Nothing is remembered: every answer is asked for anew."""

    def __init__(self, accessible):
        self.accessible = accessible

    def __repr__(self):
        return f'{self.role} “{self.name}”'

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def name(self):
        """The name as it is spoken. GTK 4.8 speaks the label of a button with a mnemonic twice, once with its
        underscore, and after a name that was given the label as well."""
        name = self.accessible.get_name() or ''
        plain = name.replace('_', '')
        half = len(plain) // 2
        if '_' in name and plain[:half] == plain[half + 1:]:
            return plain[:half]
        return name

    @property
    def text(self):
        text = self.accessible.get_text_iface()
        return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else None

    @property
    def described(self):
        return self.accessible.get_description() or ''

    def has(self, state):
        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, state.upper()))

    @property
    def sensitive(self):
        return self.has('sensitive')

    @property
    def seen(self):
        """A widget on a page that is not shown has no size."""
        component = self.accessible.get_component_iface()
        return component is not None and component.get_extents(Atspi.CoordType.WINDOW).width > 0

    @property
    def children(self):
        for i in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(i)
            if child is not None:
                yield Node(child)

    @property
    def parent(self):
        parent = self.accessible.get_parent()
        return Node(parent) if parent is not None else None

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def act(self, name):
        actions = self.accessible.get_action_iface()
        for i in range(actions.get_n_actions() if actions else 0):
            if actions.get_action_name(i) == name:
                return actions.do_action(i)
        raise Missed(f'{self} has no action {name}')

    def answers_to(self, name, role=None):
        if role is not None and self.role != role:
            return False
        own = self.name
        if isinstance(name, re.Pattern):
            return name.search(own) is not None
        if own == name:
            return True
        if self.role != 'push button' or not own.startswith(name + ' '):
            return False
        return own[len(name) + 1:] == ' '.join(n.name for n in self.walk() if n.role == 'label')

    def find_all(self, name, role=None):
        """What can be seen of that name; the insides of pages that are not shown are left out."""
        for child in self.children:
            component = child.accessible.get_component_iface()
            if component is not None and component.get_extents(Atspi.CoordType.WINDOW).width == 0:
                continue
            if component is not None and child.answers_to(name, role):
                yield child
            yield from child.find_all(name, role)

    def find(self, name, role=None):
        return wait(f'{role or "something"} named “{getattr(name, "pattern", name)}”',
                    lambda: next(self.find_all(name, role), None))

    def labels(self):
        return [node.name for node in self.walk() if node.role == 'label' and node.seen]


class Program:
    """The program, started with the words of a command line."""

    newest = None

    def __init__(self, *arguments, **environment):
        self.log = tempfile.TemporaryFile()
        self.focused = None
        self.listener = Atspi.EventListener.new(self.focus_moved)
        self.listener.register('object:state-changed:focused')
        self.process = subprocess.Popen([program_path(), *arguments], stdin=subprocess.DEVNULL, stdout=self.log,
                                        stderr=self.log,
                                        env=dict(os.environ, **environment))
        Program.newest = self
        self.xid = wait('its window on the screen', self.look_for_window)[0]
        xdotool('windowfocus', '--sync', self.xid)

    def focus_moved(self, event):
        if event.detail1:
            self.focused = Node(event.source)

    def look_for_itself(self):
        if self.process.poll() is not None:
            raise Missed(f'the program ended with {self.process.returncode}:\n{self.said()}')
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            try:
                if child is not None and child.get_process_id() == self.process.pid:
                    child.get_child_count()
                    return Node(child)
            except GLib.Error:  # GTK 4.8 may tell of a dialog that went in words that take the program away too
                desktop.clear_cache()
        return None

    @property
    def root(self):
        """Looked for anew each time: what was found while the program was starting may be left behind."""
        return wait('the program on the accessibility bus', self.look_for_itself)

    def look_for_window(self):
        return xdotool('search', '--onlyvisible', '--pid', self.process.pid).split()[-1:]

    def fate(self):
        """What became of it, for whoever looks at a test that failed."""
        code = self.process.poll()
        return (f'The program {"runs" if code is None else f"ended with {code}"}; the focus is on {self.focus()!r}.\n'
                + self.said())

    def said(self):
        """What it wrote to stdout and stderr."""
        self.log.seek(0)
        return self.log.read().decode(errors='replace')

    @property
    def window(self):
        return wait('a window', lambda: next((n for n in self.root.children if n.role == 'frame'), None))

    @property
    def dialog(self):
        return wait('a dialog', lambda: next((n for n in self.root.children if n.role != 'frame'), None))

    def find(self, name, role=None):
        return self.window.find(name, role)

    def has(self, name, role=None):
        return next(self.window.find_all(name, role), None) is not None

    def gone(self, name, role=None):
        wait(f'“{getattr(name, "pattern", name)}” to go', lambda: not self.has(name, role))

    # Keys

    def key(self, *keys):
        xdotool('key', '--clearmodifiers', *keys)
        self.catch_up(0.02)

    def type(self, text):
        xdotool('type', '--clearmodifiers', '--delay', '12', text)
        self.catch_up(0.02)

    @staticmethod
    def catch_up(seconds):
        """Takes in what happened meanwhile."""
        end = time.monotonic() + seconds
        while GLib.MainContext.default().iteration(False) or time.monotonic() < end:
            pass

    def focus(self):
        """Returns: what has the keyboard, or None where GTK 4.8 does not say."""
        try:
            return self.focused if self.focused is not None and self.focused.has('focused') else None
        except GLib.Error:
            return None

    def step(self, key):
        """Presses a key that moves the focus and waits until it has moved."""
        self.focused = None
        self.key(key)
        end = time.monotonic() + 0.6
        while self.focused is None and time.monotonic() < end:
            self.catch_up(0.01)
        return self.focus()

    def is_on(self, name, role=None):
        """Whether the focus is on what is named so, or inside a field of that name."""
        node = self.focus()
        for _ in range(4):
            if node is None:
                return False
            if node.answers_to(name, role):
                return True
            if node.role not in ('text', 'push button', 'toggle button', 'panel'):
                return False
            node = node.parent
        return False

    def arrive(self, name, role=None):
        """Waits until the focus has come there by itself: a key pressed before that would go elsewhere."""
        def there():
            self.catch_up(0.02)
            return self.is_on(name, role)
        wait(f'the focus to come to “{getattr(name, "pattern", name)}”', there)
        return self.focus()

    def reach(self, name, role=None, key='Tab', steps=90):
        """Presses Tab until the focus is there: what cannot be reached so cannot be used by all."""
        passed = []
        for _ in range(steps):
            if self.is_on(name, role):
                return self.focus()
            passed.append(repr(self.step(key)))
        raise Missed(f'no {key} leads to “{getattr(name, "pattern", name)}”, only to ' + ', '.join(passed[-30:]))

    def press(self, name, role=None, key='Tab'):
        """Goes to a button and presses it, by keys alone."""
        node = self.reach(name, role, key)
        self.key('space')
        return node

    def fill(self, name, text, key='Tab'):
        """Goes to a field and types, over what is there."""
        self.reach(name, key=key)
        self.key('ctrl+a')
        self.type(text)

    def settled(self):
        """Waits until the program has answered what went before."""
        self.catch_up(0.1)
        return self.window.name

    # Its end

    def close(self):
        """Closes the window as a person would, and returns what the program said meanwhile."""
        xdotool('windowfocus', '--sync', self.xid)
        self.key('ctrl+q')
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise Missed('Ctrl+Q did not end the program: ' + ', '.join(map(repr, self.root.children)))
        if self.process.returncode != 0:
            raise Missed(f'the program ended with {self.process.returncode}:\n{self.said()}')
        return self.said()

    def end(self):
        """Ends it whatever it does."""
        self.listener.deregister('object:state-changed:focused')
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def xdotool(*words):
    answer = subprocess.run(['xdotool', *map(str, words)], capture_output=True, text=True, timeout=60, check=False)
    return answer.stdout


def program_path():
    return os.path.abspath(sys.argv[1])


def command(*words):
    """Runs the program's command line. Returns: its stdout"""
    answer = subprocess.run([program_path(), *words], capture_output=True, text=True, timeout=120, check=False)
    if answer.returncode != 0 or answer.stderr:
        raise Missed(f'{words}: {answer.returncode}, {answer.stderr}')
    return answer.stdout


def take_picture(name):
    """A picture of the screen, into FOLLOW_PICTURES if that is set: to look at what a test saw."""
    folder = os.environ.get('FOLLOW_PICTURES')
    if folder and shutil.which('import'):
        subprocess.run(['import', '-silent', '-window', 'root', os.path.join(folder, name + '.png')], check=False,
                       timeout=20)


def run(*steps):
    """The steps of one story, each a test: once one failed, the others cannot be told."""
    os.environ.update(GTK_A11Y='atspi', GDK_BACKEND='x11', GSK_RENDERER='cairo',
                      GSETTINGS_BACKEND='keyfile', GSETTINGS_SCHEMA_DIR=os.path.join(
                          os.path.dirname(os.path.dirname(program_path())), 'data'),
                      GTK_USE_PORTAL='0', ADW_DISABLE_PORTAL='1', LC_ALL='C.UTF-8', TZ='UTC')
    home = tempfile.TemporaryDirectory(prefix='follow-home-')  # settings and recent files of one story
    os.environ.update(XDG_CONFIG_HOME=os.path.join(home.name, 'config'), XDG_DATA_HOME=os.path.join(home.name, 'data'))
    failed = None
    print(f'1..{len(steps)}', flush=True)
    Atspi.init()
    Atspi.set_timeout(3000, 10000)
    for number, step in enumerate(steps, 1):
        name = step.__name__.replace('_', ' ')
        if failed is not None:
            print(f'ok {number} {name} # SKIP after the failure of “{failed}”', flush=True)
            continue
        began = time.monotonic()
        try:
            step()
            print(f'ok {number} {name}\n# {time.monotonic() - began:.1f} s', flush=True)
        except Exception:  # pylint: disable=broad-except
            failed = name
            take_picture('failed')
            print(f'not ok {number} {name}', flush=True)
            told = traceback.format_exc() + (Program.newest.fate() if Program.newest else '')
            print(''.join('# ' + line + '\n' for line in told.splitlines()), flush=True)
    return 1 if failed is not None else 0
