#!/usr/bin/env python3
"""Manual pages and zsh's completion name the options that --help names, no more and no less: manual.py TONGJI SOURCE

Also: mandoc finds no fault in a page, the pages' examples are those of --help, zsh takes the completion file."""
import glob, os, re, shutil, subprocess, sys

tongji, source = sys.argv[1:3]
failed = 0


def check(good, words):
    global failed
    if not good:
        failed += 1
        print('FAILED', words)


def output(*command):
    r = subprocess.run(command, capture_output=True, text=True)
    check(r.returncode == 0, f'{command}: {r.stderr}')
    return r.stdout


def options_in(text):
    return set(re.findall(r'(?<![\w-])(--?[a-z][a-z-]*)', text))


def help_of(command):
    """The options of --help, and its examples; options of other programs stand in the examples only."""
    text = output(tongji, *([command] if command else []), '--help')
    head, _, rest = re.split('(xamples:)', text, maxsplit=1)
    return options_in(head), [line.strip() for line in rest.splitlines() if line.startswith('  ')]


def page_of(name):
    """The options that the page explains, each by an item of its own, and its examples."""
    text = open(os.path.join(source, 'docs/man', name + '.1'), encoding='utf-8').read()
    items = re.findall(r'^\.It (Fl .*)$', text, re.M)
    options = {'-' + o for item in items for o in re.findall(r'Fl (\S+)', item)}
    synopsis = text[text.index('.Sh SYNOPSIS'):text.index('.Sh DESCRIPTION')]
    used = {'-' + o for o in re.findall(r'Fl (-\S+)', synopsis)}
    used |= {'-' + o for word in re.findall(r'Fl ([a-z]+)', synopsis) for o in word}
    check(used <= options, f'{name}.1: the synopsis shows what no item explains: {used - options}')
    return options, [line[4:].replace('\\-', '-') for line in text.splitlines() if line.startswith('.Dl ')]


def check_page(name, command):
    if not os.path.exists(os.path.join(source, 'docs/man', name + '.1')):
        check(False, f'{name} has no manual page')
        return
    options, examples = page_of(name)
    shown, shown_examples = help_of(command)
    if not command:
        shown = {'--help', '--version'}
    check(options == shown, f'{name}.1 and --help differ: {sorted(options ^ shown)}')
    check(set(examples) <= set(shown_examples) and examples, f'{name}.1 has examples of its own: {examples}')


def check_lint():
    check(shutil.which('mandoc'), 'mandoc is not installed')
    for page in sorted(glob.glob(os.path.join(source, 'docs/man/*.1'))):
        r = subprocess.run(['mandoc', '-Tlint', '-Wwarning', page], capture_output=True, text=True)
        check(r.returncode == 0, r.stdout)
        if shutil.which('man'):
            r = subprocess.run(['man', '--warnings', '-l', '-Tutf8', page], capture_output=True, text=True,
                               env={**os.environ, 'LC_ALL': 'C.UTF-8', 'MANROFFSEQ': '', 'MANPAGER': 'cat'})
            check(r.returncode == 0 and not r.stderr, f'man: {page}: {r.stderr}')


def check_zsh(commands):
    path = os.path.join(source, 'cli/completion/_tongji')
    text = open(path, encoding='utf-8').read()
    named = re.findall(r"^    '([a-z]+):", text, re.M)
    check(named == commands, f'zsh: the commands are {named}')
    shared = {name: options_in(value) for name, value in re.findall(r'local -a (\w+)=\((.*)\)$', text, re.M)}
    for command in commands:
        block = re.search(rf'^    {command}\)(.*?);;', text, re.M | re.S).group(1)
        options = options_in(re.sub(r'\[[^]]*\]', '', block))
        for name in re.findall(r'\$(\w+)', block):
            options |= shared.get(name, set())
        options -= {'-g', '-s'}
        check(options == help_of(command)[0], f'zsh: {command}: {sorted(options ^ help_of(command)[0])}')
    check(shutil.which('zsh'), 'zsh is not installed')
    output('zsh', '-n', path)


def check_inputs():
    """What extract reads is told in its page, and what the page and --help tell is the same."""
    page = open(os.path.join(source, 'docs/man/tongji-extract.1'), encoding='utf-8').read()
    for word in ('HTML', 'DOCX', 'PDF', 'Markdown', 'UTF-8', 'GB18030', 'Big5', 'UTF-16', 'poppler'):
        check(word in page, f'tongji-extract.1 says nothing of {word}')
    shown = output(tongji, 'extract', '--help')
    for word in ('web page', '.docx', 'PDF', 'UTF-8', 'GB18030', 'Big5', 'UTF-16'):
        check(word in shown, f'extract --help says nothing of {word}')


main = output(tongji, '--help')
commands = [c for c in re.findall(r'^  ([a-z]+)  ', main, re.M)]
check(len(commands) >= 7, f'the commands: {commands}')
check_page('tongji', None)
for each in commands:
    check_page('tongji-' + each, each)
check_inputs()
check_lint()
check_zsh(commands)
sys.exit(failed > 0)
