package org.krait.language.compile;

/** Mangling of private names: {@code __x} in a class {@code C} is {@code _C__x}. */
final class PrivateNames {
    private PrivateNames() {}

    /** The name as it is stored; {@code className} is null outside classes. */
    static String mangle(String className, String name) {
        if (className == null || !name.startsWith("__") || name.endsWith("__") || name.indexOf('.') >= 0) {
            return name;
        }
        int start = 0;
        while (start < className.length() && className.charAt(start) == '_') {
            start++;
        }
        return start == className.length() ? name : "_" + className.substring(start) + name;
    }
}
