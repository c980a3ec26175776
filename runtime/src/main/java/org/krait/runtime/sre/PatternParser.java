package org.krait.runtime.sre;

import java.util.ArrayList;
import java.util.Arrays;
import org.krait.objects.PyStr;

/**
 * Parses a pattern as {@code re._parser.parse} does, without what a program is to be told: errors, warnings, names of
 * characters, flags for debugging. Such a pattern is {@link #UNUSUAL} and left to the library.
 */
final class PatternParser {
    static final int IGNORE_CASE = 2;
    static final int LOCALE = 4;
    static final int MULTILINE = 8;
    static final int DOT_ALL = 16;
    static final int UNICODE = 32;
    static final int VERBOSE = 64;
    static final int ASCII = 256;
    static final int TYPE_FLAGS = ASCII | LOCALE | UNICODE;
    /** The flags that are known here. */
    static final int FLAGS = IGNORE_CASE | MULTILINE | DOT_ALL | VERBOSE | TYPE_FLAGS;

    /** Thrown at what only the library can tell. */
    static final Unusual UNUSUAL = new Unusual();

    /** Deeper patterns are left to the library and its limit of recursion. */
    private static final int MAX_DEPTH = 100;

    /** A pattern for the library's own parser. */
    static final class Unusual extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Unusual() {
            super(null, null, false, false);
        }
    }

    /** The names of groups in the order of their opening. */
    final ArrayList<String> names = new ArrayList<>();
    /** The groups of {@link #names}. */
    final ArrayList<Integer> namedGroups = new ArrayList<>();

    private final PatternText source;
    private int flags;
    /** By number, the contents of the groups that are closed; none is group 0. */
    private Sequence[] groups = new Sequence[8];
    /** How many groups were opened, with group 0. */
    private int groupCount = 1;
    /** How many groups there were when the outermost look-behind began; 0 outside of one. */
    private int groupsBeforeLookBehind;
    /** The largest group that a condition names. */
    private int largestCondition;

    PatternParser(PyStr text, byte[] bytes, int flags) {
        this.flags = flags;
        source = new PatternText(text, bytes);
    }

    /** The given flags and those that the pattern and its type add. */
    int flags() {
        return flags;
    }

    /** How many groups there are, without group 0. */
    int groupCount() {
        return groupCount - 1;
    }

    /** The contents of the groups, for {@link Sequence#least}. */
    Sequence[] groups() {
        return groups;
    }

    /** The whole pattern. */
    Sequence parse() {
        Sequence pattern = alternatives((flags & VERBOSE) != 0, 0);
        fixFlags();
        require(source.next == PatternText.END && largestCondition < groupCount);
        return pattern;
    }

    private static void require(boolean usual) {
        if (!usual) {
            throw UNUSUAL;
        }
    }

    private void fixFlags() {
        if (source.isText) {
            require((flags & LOCALE) == 0 && (flags & (ASCII | UNICODE)) != (ASCII | UNICODE));
            if ((flags & ASCII) == 0) {
                flags |= UNICODE;
            }
        } else {
            require((flags & UNICODE) == 0 && (flags & (ASCII | LOCALE)) != (ASCII | LOCALE));
        }
    }

    private Sequence alternatives(boolean outerVerbose, int depth) {
        require(depth < MAX_DEPTH);
        boolean verbose = outerVerbose;
        Sequence first = items(verbose, depth + 1, depth == 0);
        if (source.next != '|') {
            return first;
        }
        ArrayList<Sequence> branches = new ArrayList<>();
        branches.add(first);
        while (source.match('|')) {
            if (depth == 0) {
                verbose = (flags & VERBOSE) != 0;
            }
            branches.add(items(verbose, depth + 1, false));
        }
        Sequence result = new Sequence();
        Item prefix = commonPrefix(branches);
        while (prefix != null) {
            result.add(prefix);
            for (Sequence branch : branches) {
                branch.removeFirst();
            }
            prefix = commonPrefix(branches);
        }
        CharacterSet set = asSet(branches);
        Item item = new Item(set == null ? Op.BRANCH : Op.IN, 0);
        item.set = set;
        item.branches = set == null ? branches.toArray(new Sequence[0]) : null;
        result.add(item);
        return result;
    }

    private static Item commonPrefix(ArrayList<Sequence> branches) {
        Item prefix = null;
        for (Sequence branch : branches) {
            if (branch.size == 0) {
                return null;
            }
            if (prefix == null) {
                prefix = branch.items[0];
            } else if (!branch.items[0].sameAs(prefix)) {
                return null;
            }
        }
        return prefix;
    }

    /** The alternatives as one set when each is a character or a set that is not negated; else null. */
    private static CharacterSet asSet(ArrayList<Sequence> branches) {
        CharacterSet set = new CharacterSet();
        for (Sequence branch : branches) {
            Item item = branch.size == 1 ? branch.items[0] : null;
            if (item != null && item.op == Op.LITERAL) {
                set.addOnce(Op.LITERAL, item.value, item.value);
            } else if (item != null && item.op == Op.IN && item.set.op(0) != Op.NEGATE) {
                for (int i = 0; i < item.set.size(); i++) {
                    set.addOnce(item.set.op(i), item.set.first(i), item.set.last(i));
                }
            } else {
                return null;
            }
        }
        return set;
    }

    /** {@code re._parser._parse}: up to the end, a bar or a closing parenthesis. */
    private Sequence items(boolean outerVerbose, int depth, boolean first) {
        boolean verbose = outerVerbose;
        Sequence sequence = new Sequence();
        while (source.next != PatternText.END && source.next != '|' && source.next != ')') {
            int token = source.get();
            if (verbose && (token == ' ' || token >= '\t' && token <= '\r')) {
                continue;
            }
            if (verbose && token == '#') {
                int skipped;
                do {
                    skipped = source.get();
                } while (skipped != PatternText.END && skipped != '\n');
                continue;
            }
            switch (token) {
                case '[' -> sequence.add(set());
                case '.' -> sequence.add(new Item(Op.ANY, 0));
                case '^' -> sequence.add(new Item(Op.AT, Op.AT_BEGINNING));
                case '$' -> sequence.add(new Item(Op.AT, Op.AT_END));
                case '*', '+', '?', '{' -> repeat(sequence, token);
                case '(' -> {
                    if (source.match('?')) {
                        if (extension(sequence, verbose, depth, first)) {
                            verbose = (flags & VERBOSE) != 0;
                        }
                    } else {
                        capture(sequence, null, verbose, depth);
                    }
                }
                default -> sequence.add(token >= PatternText.ESCAPE
                        ? escape(token - PatternText.ESCAPE)
                        : literal(token));
            }
        }
        sequence.unpackGroups();
        return sequence;
    }

    private static Item literal(int ch) {
        return new Item(Op.LITERAL, ch);
    }

    private void repeat(Sequence sequence, int token) {
        int least = token == '+' ? 1 : 0;
        int most = token == '?' ? 1 : Op.MAX_REPEAT;
        if (token == '{') {
            if (source.next == '}') {
                sequence.add(literal(token));
                return;
            }
            int here = source.tell();
            boolean hasLeast = isDigit(source.next);
            least = source.digits(0, 10, 0, 9);
            boolean hasMost = hasLeast;
            most = hasLeast ? least : Op.MAX_REPEAT;
            if (source.match(',')) {
                hasMost = isDigit(source.next);
                int number = source.digits(0, 10, 0, 9);
                most = hasMost ? number : Op.MAX_REPEAT;
            }
            require(!isDigit(source.next));
            if (!source.match('}')) {
                sequence.add(literal(token));
                source.seek(here);
                return;
            }
            require(!hasMost || most >= least);
        }
        Item last = sequence.size == 0 ? null : sequence.items[sequence.size - 1];
        require(last != null && last.op != Op.AT && !last.isRepeat());
        Sequence body;
        if (last.isPlainGroup()) {
            body = last.body;
        } else {
            body = new Sequence();
            body.add(last);
        }
        int op = source.match('?') ? Item.MIN_REPEAT : source.match('+') ? Op.POSSESSIVE_REPEAT : Item.MAX_REPEAT;
        Item item = new Item(op, body);
        item.value = least;
        item.max = most;
        sequence.items[sequence.size - 1] = item;
    }

    private static boolean isDigit(int token) {
        return token >= '0' && token <= '9';
    }

    /** What begins with {@code (?}; answers true for flags of the whole pattern. */
    private boolean extension(Sequence sequence, boolean verbose, int depth, boolean first) {
        int token = source.get();
        switch (token) {
            case 'P' -> {
                if (source.match('<')) {
                    capture(sequence, name('>'), verbose, depth);
                } else {
                    require(source.match('='));
                    int at = names.indexOf(name(')'));
                    require(at >= 0);
                    sequence.add(reference(namedGroups.get(at)));
                }
            }
            case ':' -> group(sequence, Op.SUBPATTERN, 0, 0, verbose, depth);
            case '>' -> group(sequence, Op.ATOMIC_GROUP, 0, 0, verbose, depth);
            case '#' -> {
                int skipped;
                do {
                    skipped = source.get();
                    require(skipped != PatternText.END);
                } while (skipped != ')');
            }
            case '=', '!' -> assertion(sequence, token, false, verbose, depth);
            case '<' -> {
                int kind = source.get();
                require(kind == '=' || kind == '!');
                assertion(sequence, kind, true, verbose, depth);
            }
            case '(' -> condition(sequence, verbose, depth);
            default -> {
                return flags(sequence, token, verbose, depth, first);
            }
        }
        return false;
    }

    private String name(int terminator) {
        String name = source.word(terminator);
        require(!isDigit(name.charAt(0)));
        return name;
    }

    private Item reference(int group) {
        require(group < groupCount && groups[group] != null
                && (groupsBeforeLookBehind == 0 || group < groupsBeforeLookBehind));
        return new Item(Op.GROUPREF, group);
    }

    private void assertion(Sequence sequence, int kind, boolean behind, boolean verbose, int depth) {
        boolean outermost = behind && groupsBeforeLookBehind == 0;
        if (outermost) {
            groupsBeforeLookBehind = groupCount;
        }
        Sequence body = alternatives(verbose, depth + 1);
        if (outermost) {
            groupsBeforeLookBehind = 0;
        }
        require(source.match(')'));
        Item item = new Item(kind == '=' ? Op.ASSERT : Op.ASSERT_NOT, body);
        item.behind = behind;
        sequence.add(item);
    }

    private void condition(Sequence sequence, boolean verbose, int depth) {
        String word = source.word(')');
        int group;
        if (isDigit(word.charAt(0))) {
            group = number(word);
            require(group > 0);
            largestCondition = Math.max(largestCondition, group);
        } else {
            int at = names.indexOf(word);
            require(at >= 0);
            group = namedGroups.get(at);
        }
        require(groupsBeforeLookBehind == 0
                || group < groupsBeforeLookBehind && group < groupCount && groups[group] != null);
        require(depth < MAX_DEPTH);
        Item item = new Item(Op.GROUPREF_EXISTS, items(verbose, depth + 1, false));
        item.value = group;
        if (source.match('|')) {
            item.other = items(verbose, depth + 1, false);
            require(source.next != '|');
        }
        require(source.match(')'));
        sequence.add(item);
    }

    private static int number(String word) {
        require(word.length() < 7);
        int number = 0;
        for (int i = 0; i < word.length(); i++) {
            require(isDigit(word.charAt(i)));
            number = number * 10 + word.charAt(i) - '0';
        }
        return number;
    }

    private static int flag(int token) {
        return switch (token) {
            case 'i' -> IGNORE_CASE;
            case 'L' -> LOCALE;
            case 'm' -> MULTILINE;
            case 's' -> DOT_ALL;
            case 'x' -> VERBOSE;
            case 'a' -> ASCII;
            case 'u' -> UNICODE;
            default -> throw UNUSUAL;
        };
    }

    /** {@code (?ims-x:…)} or {@code (?ims)}, which is for the whole pattern: then true. */
    private boolean flags(Sequence sequence, int start, boolean verbose, int depth, boolean first) {
        require(start != ')');
        int token = start;
        int added = 0;
        while (token != ')' && token != '-' && token != ':') {
            int flag = flag(token);
            require(flag != (source.isText ? LOCALE : UNICODE));
            added |= flag;
            require((flag & TYPE_FLAGS) == 0 || (added & TYPE_FLAGS) == flag);
            token = source.get();
        }
        if (token == ')') {
            require(first && sequence.size == 0);
            flags |= added;
            return true;
        }
        int deleted = 0;
        if (token == '-') {
            token = source.get();
            do {
                int flag = flag(token);
                require((flag & TYPE_FLAGS) == 0);
                deleted |= flag;
                token = source.get();
            } while (token != ':');
        }
        require((added & deleted) == 0);
        group(sequence, Op.SUBPATTERN, added, deleted, verbose, depth);
        return false;
    }

    private void group(Sequence sequence, int op, int added, int deleted, boolean verbose, int depth) {
        boolean inner = (verbose || (added & VERBOSE) != 0) && (deleted & VERBOSE) == 0;
        Item item = new Item(op, alternatives(inner, depth + 1));
        require(source.match(')'));
        item.addFlags = added;
        item.deleteFlags = deleted;
        sequence.add(item);
    }

    private void capture(Sequence sequence, String name, boolean verbose, int depth) {
        int number = groupCount++;
        if (name != null) {
            require(!names.contains(name));
            names.add(name);
            namedGroups.add(number);
        }
        if (number >= groups.length) {
            groups = Arrays.copyOf(groups, number * 2);
        }
        Item item = new Item(Op.SUBPATTERN, alternatives(verbose, depth + 1));
        item.value = number;
        require(source.match(')'));
        groups[number] = item.body;
        sequence.add(item);
    }

    /** A set after its opening bracket. */
    private Item set() {
        // What is to be warned of: a set that may be meant as an operation of sets.
        require(source.next != '[');
        boolean negated = source.match('^');
        CharacterSet set = new CharacterSet();
        if (negated) {
            set.add(Op.NEGATE, 0, 0);
        }
        int empty = set.size();
        while (true) {
            int token = source.get();
            require(token != PatternText.END);
            if (token == ']' && set.size() > empty) {
                break;
            }
            require(set.size() == empty || source.next != token
                    || token != '-' && token != '&' && token != '~' && token != '|');
            int low = member(token);
            if (!source.match('-')) {
                addMember(set, low);
                continue;
            }
            int to = source.get();
            require(to != PatternText.END && to != '-');
            if (to == ']') {
                addMember(set, low);
                set.addOnce(Op.LITERAL, '-', '-');
                break;
            }
            int high = member(to);
            require(low >= 0 && high >= low);
            set.addOnce(Op.RANGE, low, high);
        }
        if (set.size() == empty + 1 && set.op(empty) == Op.LITERAL) {
            return new Item(negated ? Op.NOT_LITERAL : Op.LITERAL, set.first(empty));
        }
        Item item = new Item(Op.IN, 0);
        item.set = set;
        return item;
    }

    private static void addMember(CharacterSet set, int member) {
        if (member < 0) {
            set.addOnce(Op.CATEGORY, ~member, 0);
        } else {
            set.addOnce(Op.LITERAL, member, member);
        }
    }

    /** A character of a set, or the complement of a category. */
    private int member(int token) {
        if (token < PatternText.ESCAPE) {
            return token;
        }
        int ch = token - PatternText.ESCAPE;
        int category = category(ch);
        if (category >= 0) {
            return ~category;
        }
        if (ch == 'b') {
            return '\b';
        }
        if (ch >= '0' && ch <= '7') {
            return octal(source.digits(ch - '0', 8, 0, 2));
        }
        return character(ch);
    }

    private static int octal(int value) {
        require(value <= 0xff);
        return value;
    }

    private static int category(int ch) {
        return switch (ch) {
            case 'd' -> Op.CATEGORY_DIGIT;
            case 'D' -> Op.CATEGORY_DIGIT + 1;
            case 's' -> Op.CATEGORY_SPACE;
            case 'S' -> Op.CATEGORY_SPACE + 1;
            case 'w' -> Op.CATEGORY_WORD;
            case 'W' -> Op.CATEGORY_WORD + 1;
            default -> -1;
        };
    }

    private Item escape(int ch) {
        int category = category(ch);
        if (category >= 0) {
            Item item = new Item(Op.IN, 0);
            item.set = new CharacterSet();
            item.set.add(Op.CATEGORY, category, 0);
            return item;
        }
        return switch (ch) {
            case 'A' -> new Item(Op.AT, Op.AT_BEGINNING_STRING);
            case 'b' -> new Item(Op.AT, Op.AT_BOUNDARY);
            case 'B' -> new Item(Op.AT, Op.AT_NON_BOUNDARY);
            case 'Z' -> new Item(Op.AT, Op.AT_END_STRING);
            case '0' -> literal(source.digits(0, 8, 0, 2));
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> numbered(ch - '0');
            default -> literal(character(ch));
        };
    }

    /** A group by number, or a character by three octal digits. */
    private Item numbered(int digit) {
        if (!isDigit(source.next)) {
            return reference(digit);
        }
        int second = source.get() - '0';
        if (digit < 8 && second < 8 && source.next >= '0' && source.next <= '7') {
            return literal(octal(digit * 64 + second * 8 + source.get() - '0'));
        }
        return reference(digit * 10 + second);
    }

    /** The character of an escape that means the same inside and outside of a set. */
    private int character(int ch) {
        return switch (ch) {
            case 'a' -> 7;
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 11;
            case 'x' -> source.digits(0, 16, 2, 2);
            case 'u' -> unicode(4);
            case 'U' -> unicode(8);
            default -> {
                require(!(ch >= 'a' && ch <= 'z' || ch >= 'A' && ch <= 'Z' || isDigit(ch)));
                yield ch;
            }
        };
    }

    private int unicode(int digits) {
        require(source.isText);
        return source.digits(0, 16, digits, digits);
    }
}
