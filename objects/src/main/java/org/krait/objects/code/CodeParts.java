package org.krait.objects.code;

import org.krait.objects.PyObject;
import org.krait.objects.PyStr;

/** The fields of a code object while it is put together by the compiler, a reader or {@code code.replace}. */
public final class CodeParts {
    public PyStr name;
    public PyStr qualifiedName;
    public PyStr filename;
    public int firstLine;
    public int flags;
    public int argCount;
    public int positionalOnlyCount;
    public int keywordOnlyCount;
    public PyStr[] variables;
    public byte[] variableKinds;
    public int freeCount;
    public PyStr[] names;
    public PyObject[] constants;
    public int firstTemp;
    public int registerCount;
    public int heldCount;
    public int cacheCount;
    public int[] code;
    public int[] exceptionTable;
    public byte[] positions;

    public CodeParts() {}

    /** The parts of an existing code object, to change some of them. */
    public CodeParts(CodeObject from) {
        from.load();
        name = from.name;
        qualifiedName = from.qualifiedName;
        filename = from.filename;
        firstLine = from.firstLine;
        flags = from.flags;
        argCount = from.argCount;
        positionalOnlyCount = from.positionalOnlyCount;
        keywordOnlyCount = from.keywordOnlyCount;
        variables = from.variables;
        variableKinds = from.variableKinds;
        freeCount = from.freeCount;
        names = from.names;
        constants = from.constants;
        firstTemp = from.firstTemp;
        registerCount = from.registerCount;
        heldCount = from.heldCount;
        cacheCount = from.cacheCount;
        code = from.code;
        exceptionTable = from.exceptionTable;
        positions = from.positions;
    }

    /** Whether the sizes of a frame can be those of code with so many variables and parameters. */
    public static boolean sizesAgree(int variables, int firstTemp, int registers, int caches, int args,
            int keywordOnly) {
        return registers >= variables && firstTemp >= variables && firstTemp <= registers && caches >= 0
                && registers <= 1 << 24 && caches <= 1 << 24 && args >= 0 && keywordOnly >= 0
                && (long) args + keywordOnly <= variables;
    }
}
