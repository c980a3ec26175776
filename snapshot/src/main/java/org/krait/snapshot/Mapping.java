package org.krait.snapshot;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Maps a file read only. By an arena: the other form of {@code map} spins method handles in a cold JVM. */
final class Mapping {
    private Mapping() {}

    static ByteBuffer map(FileChannel channel, long length) throws IOException {
        return channel.map(FileChannel.MapMode.READ_ONLY, 0, length, Arena.global()).asByteBuffer();
    }
}
