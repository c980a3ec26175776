package org.krait.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Maps a file read only. Not by an arena, whose {@code asByteBuffer} spins method handles; this form does so too,
 * unless {@code jdk.reflect.useNativeAccessorOnly} is set, as it is in {@code lib/java.options}.
 */
final class Mapping {
    private Mapping() {}

    static ByteBuffer map(FileChannel channel, long length) throws IOException {
        return channel.map(FileChannel.MapMode.READ_ONLY, 0, length);
    }
}
